using System.Collections.Immutable;

namespace Ingest.Dev.Auditing;

/// <summary>What a feed says of one set of packages.</summary>
/// <param name="Packages">Which ones: "NuGet", or "npm" and a folder.</param>
/// <param name="Findings">Those with known vulnerabilities, worst first.</param>
/// <param name="Silence">Why the feed could not be asked, in one line; null when it was.</param>
internal sealed record AuditAnswer(string Packages, ImmutableArray<Finding> Findings, string? Silence)
{
    /// <summary>An answer that came.</summary>
    public static AuditAnswer Of(string packages, IEnumerable<Finding> findings) => new(
        packages,
        [.. findings.Distinct().OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Package, StringComparer.Ordinal)],
        null);

    /// <summary>No answer.</summary>
    public static AuditAnswer None(string packages, string reason) => new(packages, [], reason.ReplaceLineEndings(" ").Trim());

    /// <summary>A severity by its word, whichever case; an unknown one counts as the worst.</summary>
    public static Severity SeverityOf(string? word) =>
        Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) ? severity : Severity.Critical;
}
