using Ingest.Dev.Running;

namespace Ingest.Dev.Testing;

/// <summary>A built test project.</summary>
/// <param name="repository">Where it is.</param>
/// <param name="project">Its project file.</param>
/// <param name="configuration">What was built.</param>
internal sealed class TestProject(Repository repository, string project, string configuration)
{
    private const int FirstLines = 60;
    private readonly string folder = Path.GetDirectoryName(project)!;

    public string Name => Path.GetFileName(folder);

    /// <summary>Whether nothing is to run beside it, as its project file says.</summary>
    public bool RunsAlone => File.ReadAllText(project).Contains("<TestsRunAlone>true<", StringComparison.Ordinal);

    /// <summary>Every project below tests/ that is built on xunit, by name.</summary>
    public static IReadOnlyList<TestProject> All(Repository repository, string configuration) =>
        [.. Directory.EnumerateFiles(repository.Tests, "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("\"xunit.v3\"", StringComparison.Ordinal))
            .Select(project => new TestProject(repository, project, configuration))
            .OrderBy(project => project.Name, StringComparer.Ordinal)];

    /// <summary>
    /// Runs it, reports progress, a summary line, and what failed tests said. A run that ends without a result counts as a
    /// failed test.
    /// </summary>
    public async Task<TestTotals> RunAsync(string? filter, Progress progress, CancellationToken cancellation)
    {
        var trx = Path.Combine(repository.TestResults, $"{Name}.trx");
        File.Delete(trx);
        var output = new List<string>();
        var finished = 0;
        var run = Tool.RunAsync("dotnet", ArgumentsOf(trx, filter), repository.Root, Note, cancellation);
        while (await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(10), cancellation)) != run)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report($"... {Name}: {finished} tests so far");
        }

        var exitCode = await run;
        await File.WriteAllLinesAsync(Path.ChangeExtension(trx, ".log"), output, CancellationToken.None);
        return Conclude(TestTotals.Read(trx), exitCode, filter, output, progress);

        void Note(string line)
        {
            output.Add(line);
            finished += line.StartsWith("  Passed ", StringComparison.Ordinal)
                || line.StartsWith("  Failed ", StringComparison.Ordinal)
                || line.StartsWith("  Skipped ", StringComparison.Ordinal) ? 1 : 0;
            if (line.StartsWith("  Failed ", StringComparison.Ordinal))
            {
                progress.Report($"{Name}:{line[1..]}");
            }
        }
    }

    private TestTotals Conclude(
        (TestTotals Totals, IReadOnlyList<FailedTest> Failures)? results,
        int? exitCode,
        string? filter,
        List<string> output,
        Progress progress)
    {
        foreach (var failure in results?.Failures ?? [])
        {
            Console.WriteLine($"\nFAILED {failure.Name}\n{Shorten(failure.Message)}\n");
        }

        if (results is null && exitCode == 0 && filter is not null)
        {
            progress.Report($"{Name}: no test matches the filter");
            return default;
        }

        var totals = results?.Totals ?? default;
        if (results is null || (exitCode != 0 && totals.Failed == 0))
        {
            Console.WriteLine(string.Join('\n', output.TakeLast(FirstLines)));
            progress.Report($"{Name}: the run ended with exit code {exitCode} and no result of its own; that counts as a failure");
            totals += new TestTotals(0, 1, 0);
        }

        progress.Report($"{Name}: {totals}");
        return totals;
    }

    private IEnumerable<string> ArgumentsOf(string trx, string? filter) =>
    [
        "test", Path.Combine(folder, "bin", configuration, "net10.0", Name + ".dll"),
        "--logger", $"trx;LogFileName={trx}",
        "--logger", "console;verbosity=normal",
        "--results-directory", repository.TestResults,
        "--blame-hang-timeout", "10min", "--blame-hang-dump-type", "none",
        .. filter is null ? Array.Empty<string>() : ["--filter", filter],
    ];

    private static string Shorten(string message)
    {
        var lines = message.Split('\n');
        return lines.Length <= FirstLines
            ? message
            : string.Join('\n', lines.Take(FirstLines)) + $"\n... {lines.Length - FirstLines} more lines in TestResults";
    }
}
