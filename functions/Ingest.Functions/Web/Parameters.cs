using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Reads the parameters of a query; remembers the first that is wrong.</summary>
internal sealed class Parameters(IQueryCollection query)
{
    /// <summary>The years that films may be of.</summary>
    public const int FirstYear = 1870;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2200;

    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const int MaxTextLength = 200;
    private const int MaxContinuationLength = 4000;

    /// <summary>What is wrong; null when all that was read so far is right.</summary>
    public ApiResult? Error { get; private set; }

    public int Limit() => Number("limit", 1, MaxLimit) ?? DefaultLimit;

    public string? Continuation() => Text("continuation", MaxContinuationLength);

    public string? Text(string name) => Text(name, MaxTextLength);

    public int? Number(string name, int least, int most)
    {
        if (Value(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Fail(name, string.Create(CultureInfo.InvariantCulture, $"It takes a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A year of films.</summary>
    public int? Year() => Number("year", FirstYear, LastYear);

    /// <summary>One of some values, as the API writes them.</summary>
    public T? OneOf<T>(string name, IEnumerable<T> values)
        where T : struct, Enum
    {
        if (Value(name) is not { } text)
        {
            return null;
        }

        var names = values.ToDictionary(WordOf, value => value);
        if (names.TryGetValue(text, out var found))
        {
            return found;
        }

        Fail(name, $"It takes one of: {string.Join(", ", names.Keys)}.");
        return null;
    }

    /// <summary>A value as the API writes it.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public void Fail(string name, string detail) => Error ??= Problem.InvalidParameter(name, detail);

    private string? Text(string name, int maxLength)
    {
        var text = Value(name);
        if (text?.Length > maxLength)
        {
            Fail(name, string.Create(CultureInfo.InvariantCulture, $"It takes at most {maxLength} characters."));
            return null;
        }

        return text;
    }

    private string? Value(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            Fail(name, "It may be given once.");
        }

        return string.IsNullOrWhiteSpace(values.FirstOrDefault()) ? null : values[0];
    }
}
