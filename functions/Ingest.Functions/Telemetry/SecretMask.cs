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

    // The value ends where a setting, a parameter or a header does.
    private static readonly Regex Secret = new(
        """((?:AccountKey|InstrumentationKey|SharedAccessKey|SharedAccessSignature)=|(?:^|[?&;\s])sig=|[?&;]code=|(?:x-functions-key|Authorization)["']?\s*[:=][\s\["']*(?:(?:Bearer|Basic|Digest|SharedKey|SharedKeyLite)\s+)?)[^\s;&#"]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>A text with the values of secrets replaced by <c>***</c>; the very text when there are none.</summary>
    public static string Mask(string text) => text.AsSpan().ContainsAny(Names) ? Secret.Replace(text, "$1***") : text;
}
