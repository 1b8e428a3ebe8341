using System.Text.Json;
using Ingest.Dev.Running;

namespace Ingest.Dev.Auditing;

/// <summary>Asks NuGet's feeds about all packages of the solution, direct and transitive.</summary>
internal static class NuGetAudit
{
    private const string Packages = "NuGet";

    /// <summary>Asks them; restores the solution first.</summary>
    /// <exception cref="DevException">The solution cannot be restored.</exception>
    public static async Task<AuditAnswer> AskAsync(Repository repository, CancellationToken cancellation)
    {
        await RestoreAsync(repository, cancellation);
        var lines = new List<string>();
        await Tool.RunAsync(
            "dotnet",
            ["list", repository.Solution, "package", "--vulnerable", "--include-transitive", "--format", "json", "--no-restore"],
            repository.Root,
            lines.Add,
            cancellation);
        return Read(string.Join('\n', lines));
    }

    /// <summary>Reads what <c>dotnet list package --vulnerable --format json</c> writes.</summary>
    public static AuditAnswer Read(string output)
    {
        var start = output.IndexOf('{', StringComparison.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(start < 0 ? output : output[start..]);
            var problem = Members(json.RootElement, "problems").Select(one => Text(one, "text")).FirstOrDefault(text => text.Length > 0);
            var findings = Members(json.RootElement, "projects").SelectMany(FindingsOf).ToList();
            return problem is null || findings.Count > 0 ? AuditAnswer.Of(Packages, findings) : AuditAnswer.None(Packages, problem);
        }
        catch (JsonException)
        {
            return AuditAnswer.None(Packages, output.Split('\n').FirstOrDefault(line => line.Length > 0) ?? "it says nothing");
        }
    }

    // A known vulnerability fails any other restore.
    private static async Task RestoreAsync(Repository repository, CancellationToken cancellation)
    {
        var lines = new List<string>();
        if (await Tool.RunAsync("dotnet", ["restore", repository.Solution, "-p:NuGetAudit=false"], repository.Root, lines.Add, cancellation) != 0)
        {
            var reason = lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.LastOrDefault();
            throw new DevException(ExitCode.Failed, $"the packages cannot be restored: {reason}");
        }
    }

    private static IEnumerable<Finding> FindingsOf(JsonElement project) =>
        from framework in Members(project, "frameworks")
        from package in Members(framework, "topLevelPackages").Concat(Members(framework, "transitivePackages"))
        let known = Members(package, "vulnerabilities")
        where known.Count > 0
        let worst = known.MaxBy(one => AuditAnswer.SeverityOf(Text(one, "severity")))
        select new Finding(
            $"{Text(package, "id")} {Text(package, "resolvedVersion")}", AuditAnswer.SeverityOf(Text(worst, "severity")), Text(worst, "advisoryurl"));

    private static List<JsonElement> Members(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Array
            ? [.. members.EnumerateArray()]
            : [];

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
