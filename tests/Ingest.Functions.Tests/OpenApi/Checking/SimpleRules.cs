using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ingest.OpenApiChecks;

/// <summary>Keywords of a schema that look at one value alone; those for another type of value always hold.</summary>
internal static partial class SimpleRules
{
    /// <summary>Whether a value keeps to a rule.</summary>
    /// <exception cref="NotSupportedException">The keyword is not known.</exception>
    public static bool Holds(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "type" => rule.ValueKind == JsonValueKind.Array
            ? rule.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
            : IsOf(rule.GetString()!, value),
        "const" => JsonElement.DeepEquals(rule, value),
        "enum" => rule.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "minLength" => TextOf(value) is not { } text || text.EnumerateRunes().Count() >= rule.GetInt32(),
        "maxLength" => TextOf(value) is not { } text || text.EnumerateRunes().Count() <= rule.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(),
        "pattern" => TextOf(value) is not { } text || Regex.IsMatch(text, rule.GetString()!, RegexOptions.ECMAScript),
        "format" => TextOf(value) is not { } text || IsInForm(rule.GetString()!, text),
        _ => throw new NotSupportedException($"The keyword '{keyword}' is not known."),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The type '{type}' is not known."),
    };

    private static bool IsInForm(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Moment().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "duration" => Duration().IsMatch(text),
        "uri" => Address().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Address().IsMatch(text) || RelativeAddress().IsMatch(text),
        _ => throw new NotSupportedException($"The format '{format}' is not known."),
    };

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\z")]
    private static partial Regex Moment();

    [GeneratedRegex(@"^P(?!\z)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)\z")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"^([A-Za-z0-9\-._~/?#@!$&'()*+,;=]([A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?\z")]
    private static partial Regex RelativeAddress();
}
