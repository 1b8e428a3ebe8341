using Ingest.Dev;
using Ingest.Dev.Auditing;

namespace Ingest.Local.Tests.Dev;

public sealed class AuditTests
{
    private const string OfNuGet = """
        { "version": 1, "projects": [ { "path": "a.csproj", "frameworks": [ { "framework": "net10.0",
          "topLevelPackages": [ { "id": "Good", "resolvedVersion": "1.0.0" },
            { "id": "Bad", "resolvedVersion": "2.1.0", "vulnerabilities": [
              { "severity": "Low", "advisoryurl": "https://advisories.example/1" },
              { "severity": "High", "advisoryurl": "https://advisories.example/2" } ] } ],
          "transitivePackages": [ { "id": "Deep", "resolvedVersion": "0.9.0",
            "vulnerabilities": [ { "severity": "Critical", "advisoryurl": "https://advisories.example/3" } ] } ] } ] },
          { "path": "b.csproj" } ] }
        """;

    private const string OfNpm = """
        { "auditReportVersion": 2, "vulnerabilities": {
          "a": { "name": "a", "severity": "moderate", "via": [ "b" ] },
          "b": { "name": "b", "severity": "high", "via": [ { "url": "https://advisories.example/4" } ] } } }
        """;

    [Fact]
    public void Vulnerable_packages_of_NuGet_are_listed_worst_first_with_their_worst_advisory() => Assert.Equal(
        [
            new Finding("Deep 0.9.0", Severity.Critical, "https://advisories.example/3"),
            new Finding("Bad 2.1.0", Severity.High, "https://advisories.example/2"),
        ],
        NuGetAudit.Read("restored\n" + OfNuGet).Findings);

    [Fact]
    public void Vulnerable_packages_of_npm_are_listed_too() => Assert.Equal(
        [new Finding("b", Severity.High, "https://advisories.example/4"), new Finding("a", Severity.Moderate, "")],
        NpmAudit.Read("npm", OfNpm).Findings);

    [Theory]
    [InlineData("""{ "message": "405 Method Not Allowed", "statusCode": 405 }""", "405 Method Not Allowed")]
    [InlineData("""{ "error": { "code": "ENOAUDIT", "summary": "no endpoint" } }""", "no endpoint")]
    [InlineData("npm broke", "npm says nothing that can be read")]
    public void A_registry_that_gives_no_answer_is_named_as_such(string output, string reason) =>
        Assert.Equal(reason, NpmAudit.Read("npm", output).Silence);

    [Theory]
    [InlineData("error: the feed is away", "error: the feed is away")]
    [InlineData("", "it says nothing")]
    [InlineData("""{ "version": 1, "problems": [ { "level": "error", "text": "no such\n feed" } ] }""", "no such  feed")]
    public void So_is_a_feed_of_NuGet(string output, string reason) => Assert.Equal(reason, NuGetAudit.Read(output).Silence);

    [Fact]
    public void The_table_has_a_line_for_each_set_of_packages_and_each_finding() => Assert.Equal(
        [
            "NuGet: 1 package with known vulnerabilities",
            $"  high      {"Bad 2.1.0",-50} https://advisories.example/2",
            "npm, infra/local: no known vulnerabilities",
            "npm, tests: not audited, the feed cannot be asked: away",
        ],
        AuditTable.LinesOf(
        [
            AuditAnswer.Of("NuGet", [new Finding("Bad 2.1.0", Severity.High, "https://advisories.example/2")]),
            AuditAnswer.Of("npm, infra/local", []),
            AuditAnswer.None("npm, tests", "away"),
        ]));

    [Fact]
    public void Every_lock_file_of_the_repository_is_audited()
    {
        var repository = Repository.Find();
        var folders = NpmAudit.FoldersOf(repository).Select(folder => Path.GetRelativePath(repository.Root, folder)).ToList();

        Assert.Contains(Path.Combine("infra", "local"), folders);
        Assert.DoesNotContain(folders, folder => folder.Contains("node_modules", StringComparison.Ordinal));
    }
}
