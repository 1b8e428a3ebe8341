using Ingest.Dev.Reviews;
using Ingest.Dev.Running;

namespace Ingest.Dev.Verbs;

/// <summary>Uploads reviews into the running app.</summary>
internal sealed class DropVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override string Name => "drop";

    public override string Summary => "uploads reviews into the running app and waits for what becomes of each";

    public override string Usage => """
        Uploads reviews into the running app and waits until each is ingested or rejected.

        usage: dotnet dev.cs drop FILE... [--url URL] [--key KEY]

          FILE       a page, saved as HTML; its file name becomes the review's name
          --url URL  where the app answers                                     (http://localhost:7071)
          --key KEY  its function key            (the one that 'up' keeps in .azurite/function-key)

        It fails when a file was refused, rejected, or failed, or was not done within a minute of the one before.
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (Arguments.Read(args, ["--url", "--key"], [], out var arguments) is { } wrong)
        {
            throw WrongUsage(wrong);
        }

        if (arguments.Rest.Count == 0)
        {
            throw WrongUsage("it needs a file");
        }

        if (arguments.Rest.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new DevException(ExitCode.WrongUsage, $"there is no file '{missing}'.");
        }

        if (!Uri.TryCreate(arguments.Options.GetValueOrDefault("--url", "http://localhost:7071"), UriKind.Absolute, out var url))
        {
            throw WrongUsage("--url is no address");
        }

        using var client = new ReviewClient(url, arguments.Options.GetValueOrDefault("--key") ?? Repository.Find().FunctionKey);
        var drops = arguments.Rest.Select(file => new ReviewDrop(file, Path.GetFileName(file))).ToList();
        if (drops.GroupBy(drop => drop.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new DevException(ExitCode.WrongUsage, $"two files are named {twice.Key}; one would replace the other.");
        }

        var results = await client.DropAsync(drops, keepIngested: false, Patience, new Progress(), cancellation);
        Print(results);
        return results.All(result => result.State.IsIngested) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>The results as a table, and for what was not ingested, why.</summary>
    public static void Print(IReadOnlyList<DropResult> results)
    {
        var width = results.Max(result => result.Drop.Name.Length);
        foreach (var (drop, state, wasThere) in results)
        {
            var detail = state.IsIngested
                ? $"{state.Films} film(s){(wasThere ? ", was there" : "")}"
                : string.Join(": ", new[] { state.Reason, state.Advice }.Where(part => part is not null));
            Console.WriteLine($"{drop.Name.PadRight(width)}  {state.Status,-9} {detail}".TrimEnd());
        }
    }
}
