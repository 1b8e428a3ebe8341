using System.Text.Json;
using Ingest.Dev.Running;

namespace Ingest.Dev.Auditing;

/// <summary>Asks npm's registry about the packages of a folder, by its lock file; installs nothing.</summary>
internal static class NpmAudit
{
    private const string LockFile = "package-lock.json";

    /// <summary>The repository's folders with npm packages of their own, in the order of their names.</summary>
    public static IEnumerable<string> FoldersOf(Repository repository) =>
        from file in Directory.EnumerateFiles(
            repository.Root,
            LockFile,
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        let folder = Path.GetDirectoryName(file)!
        where !Path.GetRelativePath(repository.Root, folder).Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" or "bin" or "obj")
        orderby folder
        select folder;

    /// <summary>Asks about one of them.</summary>
    public static async Task<AuditAnswer> AskAsync(Repository repository, string folder, CancellationToken cancellation)
    {
        var packages = $"npm, {Path.GetRelativePath(repository.Root, folder).Replace('\\', '/')}";
        var lines = new List<string>();
        var code = await Tool.RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            ["audit", "--json", "--package-lock-only", "--loglevel", "silent"],
            folder,
            lines.Add,
            cancellation);
        return code is null ? AuditAnswer.None(packages, "npm was not found") : Read(packages, string.Join('\n', lines));
    }

    /// <summary>Reads what <c>npm audit --json</c> writes.</summary>
    public static AuditAnswer Read(string packages, string output)
    {
        var start = output.IndexOf('{', StringComparison.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(start < 0 ? output : output[start..]);
            return json.RootElement.TryGetProperty("vulnerabilities", out var vulnerable) && vulnerable.ValueKind == JsonValueKind.Object
                ? AuditAnswer.Of(packages, vulnerable.EnumerateObject().Select(FindingOf))
                : AuditAnswer.None(packages, Message(json.RootElement));
        }
        catch (JsonException)
        {
            return AuditAnswer.None(packages, "npm says nothing that can be read");
        }
    }

    // What a package's vulnerability comes by is either an advisory, with its address, or another package's name.
    private static Finding FindingOf(JsonProperty package)
    {
        var advisory = package.Value.TryGetProperty("via", out var via) && via.ValueKind == JsonValueKind.Array
            ? via.EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => one.TryGetProperty("url", out var url) ? url.GetString() : null)
                .FirstOrDefault()
            : null;
        var severity = package.Value.TryGetProperty("severity", out var word) ? word.GetString() : null;
        return new Finding(package.Name, AuditAnswer.SeverityOf(severity), advisory ?? "");
    }

    private static string Message(JsonElement answer) =>
        answer.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()!
        : answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("summary", out var summary) ? summary.GetString() ?? ""
        : "it gives no answer";
}
