namespace Ingest.Dev.Auditing;

/// <summary>Answers as lines for people.</summary>
internal static class AuditTable
{
    /// <summary>A line for each set of packages, and below it one for each finding.</summary>
    public static IEnumerable<string> LinesOf(IEnumerable<AuditAnswer> answers)
    {
        foreach (var answer in answers)
        {
            yield return $"{answer.Packages}: {SummaryOf(answer)}";
            foreach (var finding in answer.Findings)
            {
                yield return $"  {finding.Severity.ToString().ToLowerInvariant(),-10}{finding.Package,-50} {finding.Advisory}".TrimEnd();
            }
        }
    }

    private static string SummaryOf(AuditAnswer answer) => answer switch
    {
        { Silence: { } reason } => $"not audited, the feed cannot be asked: {reason}",
        { Findings: [] } => "no known vulnerabilities",
        { Findings: [_] } => "1 package with known vulnerabilities",
        _ => $"{answer.Findings.Length} packages with known vulnerabilities",
    };
}
