using System.Buffers;
using System.Text.RegularExpressions;

namespace Ingest.Functions.Telemetry;

/// <summary>Hides what opens something: keys of storage accounts and of Application Insights, signatures, function keys, credentials in headers.</summary>
/// <remarks>Nothing of this app logs any of them. This is for what others log: a web server its request's query at level
/// Debug, a client the connection string that it cannot read.</remarks>
internal static class SecretMask
{
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["AccountKey=", "InstrumentationKey=", "SharedAccess", "sig=", "code=", "x-functions-key", "Authorization"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A text with the values of secrets replaced by <c>***</c>; the very text when there are none.</summary>
    public static string Mask(string text) => text.AsSpan().ContainsAny(Names) ? Pattern.Secret.Replace(text, "$1***") : text;

    // Made when a name is met, which is hardly ever: its first use takes a start 70 ms.
    private static class Pattern
    {
        // The value ends where a setting, a parameter or a header does.
        public static readonly Regex Secret = new(
            """((?:AccountKey|InstrumentationKey|SharedAccessKey|SharedAccessSignature)=|(?:^|[?&;\s])sig=|[?&;]code=|(?:x-functions-key|Authorization)["']?\s*[:=][\s\["']*(?:(?:Bearer|Basic|Digest|SharedKey|SharedKeyLite)\s+)?)[^\s;&#"]+""",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
