using Ingest.Dev.Running;

namespace Ingest.Dev.Verbs;

/// <summary>Runs the benchmarks.</summary>
internal sealed class BenchVerb : Verb
{
    private const string Folder = "tests/Ingest.Benchmarks";

    public override string Name => "bench";

    public override string Summary => "measures how fast pages are read, as a table";

    public override string Usage => """
        Builds the benchmarks in Release and runs them; results are a table.

        usage: dotnet dev.cs bench [DIR]

          DIR  a folder of pages     (samples)
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        if (args.Count > 1)
        {
            throw WrongUsage($"it takes one folder, not {args.Count} arguments");
        }

        var pages = args is [var folder] ? Path.GetFullPath(folder) : repository.Samples;
        if (!Directory.Exists(pages))
        {
            throw new DevException(ExitCode.WrongUsage, $"there is no folder '{pages}'.");
        }

        if (!File.Exists(repository.Project(Folder)))
        {
            throw new DevException(ExitCode.Missing, $"there is no project {Folder}.");
        }

        await new Build(repository, new Progress(Console.Error)).RunAsync(repository.Project(Folder), "Release", cancellation);
        return await Tool.RunAsync(
            "dotnet", [repository.Output(Folder, "Release"), pages], repository.Root, Console.WriteLine, cancellation) ?? ExitCode.Missing;
    }
}
