using Ingest.Dev.Running;

namespace Ingest.Dev.Verbs;

/// <summary>Runs the extract tool.</summary>
internal sealed class ExtractVerb : Verb
{
    private const string Folder = "functions/Ingest.Extract";

    public override string Name => "extract";

    public override string Summary => "reads a folder of pages into one JSON line each, without storage";

    public override string Usage => """
        Reads every *.html, *.htm and *.html.gz of a folder and writes one JSON line for each, ordered by file name.
        Needs neither Azurite nor Node.js.

        usage: dotnet dev.cs extract DIR OUT.jsonl

        A page that cannot be read gets a line with "error". Progress goes to standard error.
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args is not [var folder, _])
        {
            throw WrongUsage($"it takes a folder and a file to write, not {args.Count} argument(s)");
        }

        if (!Directory.Exists(folder))
        {
            throw new DevException(ExitCode.WrongUsage, $"there is no folder '{folder}'.");
        }

        var repository = Repository.Find();
        await new Build(repository, new Progress(Console.Error)).RunAsync(repository.Project(Folder), "Release", cancellation);
        return await Tool.RunAsync(
            "dotnet",
            [repository.Output(Folder, "Release"), .. args.Select(Path.GetFullPath)],
            Environment.CurrentDirectory,
            Console.Error.WriteLine,
            cancellation) ?? ExitCode.Missing;
    }
}
