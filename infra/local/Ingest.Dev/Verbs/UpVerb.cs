using System.Globalization;
using Ingest.Dev.Reviews;
using Ingest.Dev.Running;
using Ingest.LocalStorage;

namespace Ingest.Dev.Verbs;

/// <summary>Runs the app on this machine, with Azurite and the samples in it.</summary>
internal sealed class UpVerb : Verb
{
    private static readonly TimeSpan SamplePatience = TimeSpan.FromSeconds(60);

    public override string Name => "up";

    public override string Summary => "runs the app with Azurite and the samples in it, until Ctrl+C";

    public override string Usage => """
        Installs Azurite if it is missing, builds the app, starts both, ingests samples/, prints the URLs, and keeps
        running until Ctrl+C, which stops what it started.

        usage: dotnet dev.cs up [--port N] [--scratch]

          --port N   where the app answers, 0 for a free port        (7071)
          --scratch  Azurite on free ports, its data in memory only  (ports 10000 to 10002, data in .azurite/; an
                     Azurite that listens there already is used, and stays)
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (Arguments.Read(args, ["--port"], ["--scratch"], out var arguments) is { } wrong)
        {
            throw WrongUsage(wrong);
        }

        if (arguments.Rest is [var extra, ..])
        {
            throw WrongUsage($"'{extra}' means nothing here");
        }

        if (!ushort.TryParse(arguments.Options.GetValueOrDefault("--port", "7071"), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw WrongUsage("--port is a number from 0 to 65535");
        }

        var repository = Repository.Find();
        var progress = new Progress();
        Ports.RequireFree(port);
        await NodeJs.RequireAsync(repository.Root, cancellation);
        await Both.Async(
            token => Azurite.EnsureInstalledAsync(progress, token),
            token => new Build(repository, progress).RunAsync(repository.Project(LocalApp.Folder), "Release", token),
            cancellation);

        var scratch = arguments.Flags.Contains("--scratch");
        await using var azurite = await Azurite.StartAsync(
            scratch ? new AzuriteOptions() : AzuriteOptions.WellKnownPorts with { DataFolder = repository.Data, ReuseIfListening = true },
            cancellation);
        progress.Report(azurite.ProcessId is null
            ? $"Using the Azurite that listens at {azurite.BlobEndpoint}"
            : $"Azurite listens at {azurite.BlobEndpoint}");
        await using var app = await LocalApp.StartAsync(repository, azurite.ConnectionString, port, repository.Data, cancellation);
        var key = (await File.ReadAllTextAsync(repository.FunctionKeyFile, cancellation)).Trim();
        using var client = new ReviewClient(app.Address, key);
        var ingested = await IngestSamplesAsync(repository, client, progress, cancellation);
        Announce(app.Address, await client.SubjectsAsync(ingested, most: 3, cancellation), key, progress);
        return await UntilStoppedAsync(app, progress, cancellation);
    }

    // Gives the names of the samples that are in.
    private static async Task<IEnumerable<string>> IngestSamplesAsync(
        Repository repository, ReviewClient client, Progress progress, CancellationToken cancellation)
    {
        var samples = Directory.Exists(repository.Samples)
            ? Directory.EnumerateFiles(repository.Samples, "*.htm*", SearchOption.AllDirectories)
                .Select(file => new ReviewDrop(file, Path.GetRelativePath(repository.Samples, file).Replace('\\', '/')))
                .OrderBy(drop => drop.Name, StringComparer.Ordinal)
                .ToList()
            : [];
        if (samples.Count == 0)
        {
            progress.Report("There are no samples to ingest");
            return [];
        }

        progress.Report($"Ingesting {samples.Count} samples");
        var results = await client.DropAsync(samples, keepIngested: true, SamplePatience, progress, cancellation);
        progress.Report(
            $"Samples: {results.Count(result => result.WasThere)} were there, "
            + $"{results.Count(result => !result.WasThere && result.State.IsIngested)} ingested, "
            + $"{results.Count(result => !result.State.IsIngested)} not");
        if (results.Where(result => !result.State.IsIngested).ToList() is { Count: > 0 } others)
        {
            DropVerb.Print(others);
        }

        return results.Where(result => result.State.IsIngested).Select(result => result.Drop.Name);
    }

    private static void Announce(Uri address, IReadOnlyList<string> films, string key, Progress progress)
    {
        var app = address.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Console.WriteLine($"""

            The app is up, after {progress.Elapsed.TotalSeconds:F0} s.

              start    {app}/#key={Uri.EscapeDataString(key)}   (the page keeps the key in its tab, for adding reviews)
              health   {app}/api/health
              films    {app}/api/films
            {string.Join('\n', films.Select(id => $"  profile  {app}/films/{id}   {app}/api/films/{id}"))}
              key      {key}   (for PUT and DELETE of reviews: header x-functions-key, or ?code=)

              dotnet dev.cs drop FILE...   ingests a page of yours
              Ctrl+C                       stops it

            """);
    }

    private static async Task<int> UntilStoppedAsync(LocalApp app, Progress progress, CancellationToken cancellation)
    {
        try
        {
            var code = await app.WaitForEndAsync(cancellation);
            return cancellation.IsCancellationRequested
                ? ExitCode.Done
                : throw new DevException(ExitCode.Failed, $"the app ended by itself, with exit code {code}.");
        }
        catch (OperationCanceledException)
        {
            progress.Report("Stopping");
            return ExitCode.Done;
        }
    }
}
