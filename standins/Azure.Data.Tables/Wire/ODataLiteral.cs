using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as the service's filter language writes them.</summary>
internal static class ODataLiteral
{
    /// <summary>A filter of which every interpolated value becomes a literal; null gives null.</summary>
    public static string Filter(FormattableString filter)
    {
        if (filter is null)
        {
            return null;
        }

        var literals = filter.GetArguments().Select(Of).ToArray();
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <exception cref="ArgumentException">The service has no such type.</exception>
    public static string Of(object value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        StringBuilder text => Quoted(text.ToString()),
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        sbyte or byte or short or ushort or int or uint or float or double or decimal =>
            string.Create(CultureInfo.InvariantCulture, $"{value}"),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset time => $"datetime'{Utc(time.UtcDateTime)}'",
        DateTime time => $"datetime'{Utc(time.ToUniversalTime())}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A {value.GetType()} has no literal in the filters of the table service."),
    };

    /// <summary>Single quotes around the text, its own doubled.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A UTC time with all of its 100 ns digits.</summary>
    public static string Utc(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
