namespace Ingest.Dev.Running;

/// <summary>Builds parts of the repository, with progress, and with the errors alone when it fails.</summary>
internal sealed class Build(Repository repository, Progress progress)
{
    private static readonly string[] NoAnalyzers = ["-p:RunAnalyzers=false"];

    /// <summary>
    /// Builds a project or the solution once. Release is for running and leaves the analyzers to the
    /// builds of tests.
    /// </summary>
    /// <exception cref="DevException">It does not build; its errors were written to standard error.</exception>
    public async Task RunAsync(string project, string configuration, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        await AskFeedAsync(cancellation);
        progress.Report($"Building {name} ({configuration})");
        var lines = new List<string>();
        var build = Tool.RunAsync(
            "dotnet",
            [
                "build", project, "-c", configuration, "-nologo", "-v:minimal", "-nodeReuse:false", "-clp:NoSummary",
                .. configuration == "Release" ? NoAnalyzers : [],
            ],
            repository.Root,
            lines.Add,
            cancellation);
        while (await Task.WhenAny(build, Task.Delay(TimeSpan.FromSeconds(10), cancellation)) != build)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report($"... still building {name}");
        }

        if (await build != 0)
        {
            Complain(lines, line => line.Contains(": error", StringComparison.Ordinal));
            throw new DevException(ExitCode.Failed, $"{name} does not build.");
        }

        progress.Report($"Built {name}");
    }

    // A solution asks the package feed what it has before its first restore; a single project has to be preceded by this.
    private async Task AskFeedAsync(CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(repository.Root, ".feed.props")))
        {
            return;
        }

        var lines = new List<string>();
        var code = await Tool.RunAsync(
            "dotnet",
            [
                "msbuild", Path.Combine(repository.Root, "standins", "feed-probe", "feed-probe.csproj"),
                "-t:ProbeFeed", "-p:AzurePackages=", "-nologo", "-v:minimal", "-nodeReuse:false",
            ],
            repository.Root,
            line =>
            {
                lines.Add(line);
                if (!line.Contains("error", StringComparison.Ordinal))
                {
                    progress.Report(line.Trim());
                }
            },
            cancellation);
        if (code != 0)
        {
            Complain(lines, line => line.Contains("error", StringComparison.Ordinal));
            throw new DevException(ExitCode.Missing, "the package feed could not be asked what it has.");
        }
    }

    private static void Complain(List<string> lines, Func<string, bool> isError)
    {
        var errors = lines.Where(isError).Select(line => line.Trim()).Distinct().ToList();
        foreach (var line in errors.Count > 0 ? errors.Take(20) : lines.TakeLast(20))
        {
            Console.Error.WriteLine(line);
        }
    }
}
