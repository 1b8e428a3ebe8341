using System.Collections.Concurrent;
using Ingest.Dev.Running;
using Ingest.Dev.Testing;
using Ingest.LocalStorage;

namespace Ingest.Dev.Verbs;

/// <summary>Builds everything once and runs every test.</summary>
internal sealed class TestVerb : Verb
{
    // Not Release: that is what a running 'up' has loaded.
    private const string Configuration = "Debug";

    // Much of what they do is waiting for storage and for processes. Those that compare times count the processor's.
    private const int AtOnce = 2;

    public override string Name => "test";

    public override string Summary => "builds everything and runs every test: units, Azurite, browser";

    public override string Usage => $"""
        Builds the solution once ({Configuration}), installs Azurite and the benchmarks' Readability if they are
        missing, and runs every test project, two at a time; those with a browser run alone.

        usage: dotnet dev.cs test [--filter EXPRESSION]

          --filter EXPRESSION  only tests that match, as 'dotnet test --filter' has it: FullyQualifiedName~Merge

        Prints a line for each project, what each failed test said, and at last a line 'N passed, N failed, N skipped'.
        Results as TRX and whole logs are in TestResults/. It fails when a test failed, or when there was none to run.
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (Arguments.Read(args, ["--filter"], [], out var arguments) is { } wrong)
        {
            throw WrongUsage(wrong);
        }

        if (arguments.Rest is [var extra, ..])
        {
            throw WrongUsage($"'{extra}' means nothing here");
        }

        var repository = Repository.Find();
        var progress = new Progress();
        await NodeJs.RequireAsync(repository.Root, cancellation);
        Directory.CreateDirectory(repository.TestResults);
        await Both.Async(
            async token =>
            {
                await Azurite.EnsureInstalledAsync(progress, token);
                await Readability.InstallAsync(repository, token);
            },
            token => new Build(repository, progress).RunAsync(repository.Solution, Configuration, token),
            cancellation);

        var totals = await RunAsync(TestProject.All(repository, Configuration), arguments.Options.GetValueOrDefault("--filter"), progress, cancellation);
        Console.WriteLine(totals);
        return totals.Failed > 0 || totals.Total == 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<TestTotals> RunAsync(
        IReadOnlyList<TestProject> projects, string? filter, Progress progress, CancellationToken cancellation)
    {
        var all = new ConcurrentBag<TestTotals>();
        await RunAsync(projects.Where(project => !project.RunsAlone), AtOnce);
        await RunAsync(projects.Where(project => project.RunsAlone), 1);
        return all.Aggregate(default(TestTotals), (sum, totals) => sum + totals);

        Task RunAsync(IEnumerable<TestProject> some, int atOnce) => Parallel.ForEachAsync(
            some,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (project, token) => all.Add(await project.RunAsync(filter, progress, token)));
    }
}
