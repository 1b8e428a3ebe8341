using Ingest.Dev.Auditing;

namespace Ingest.Dev.Verbs;

/// <summary>Asks the feeds for known vulnerabilities of what the repository depends on.</summary>
internal sealed class AuditVerb : Verb
{
    public override string Name => "audit";

    public override string Summary => "lists packages, NuGet's and npm's, with known vulnerabilities";

    public override string Usage => """
        Lists the packages with known vulnerabilities: those of NuGet, direct and transitive, that the solution is made of, and
        those of npm that serve development only, by every package-lock.json.

        usage: dotnet dev.cs audit

        It fails when a package of NuGet has a vulnerability of severity high or critical; npm's are told, no more. A feed that
        cannot be asked is named in one line. The build asks too, and takes no vulnerable package whatever its severity.
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args is [var extra, ..])
        {
            throw WrongUsage($"'{extra}' means nothing here");
        }

        var repository = Repository.Find();
        List<AuditAnswer> answers = [await NuGetAudit.AskAsync(repository, cancellation)];
        foreach (var folder in NpmAudit.FoldersOf(repository))
        {
            answers.Add(await NpmAudit.AskAsync(repository, folder, cancellation));
        }

        foreach (var line in AuditTable.LinesOf(answers))
        {
            Console.WriteLine(line);
        }

        return answers[0].Findings.Any(finding => finding.Severity >= Severity.High) ? ExitCode.Failed : ExitCode.Done;
    }
}
