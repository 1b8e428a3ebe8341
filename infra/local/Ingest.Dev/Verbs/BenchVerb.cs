using System.Globalization;
using Ingest.Dev.Running;
using Ingest.LocalStorage;

namespace Ingest.Dev.Verbs;

/// <summary>Runs the benchmarks.</summary>
internal sealed class BenchVerb : Verb
{
    private const string Folder = "tests/Ingest.Benchmarks";
    private const string OfLoad = "tests/Ingest.LoadBench";
    private const string OfChaos = "tests/Ingest.Chaos";
    private const string StorageTests = "tests/Ingest.Functions.Tests";
    private const string CoreTests = "tests/Ingest.Core.Tests";

    // As IngestOptions.ReadingBytesAtOnce has it.
    private const string HeldTimes = "12";
    private const string HeldPages = "32";

    // What is measured against storage are tests that take other numbers here than in a test run.
    private static readonly Dictionary<string, (string Class, string Variable, int Count)> OfStorage = new()
    {
        ["reviews"] = ("Ingest.Functions.Tests.Ingestion.ManyReviewsTests", "INGEST_TEST_REVIEWS", 10_000),
        ["sets"] = ("Ingest.Functions.Tests.Ingestion.ReviewSetTests", "INGEST_TEST_SETS", 1_000),
    };

    public override string Name => "bench";

    public override string Summary => "measures how fast pages are read and profiles served, beside others, how sure facts are, what storage costs, that chaos loses nothing, and how the app scales";

    public override string Usage => """
        Builds the benchmarks in Release and runs them.

        usage: dotnet dev.cs bench [DIR]
               dotnet dev.cs bench articles DIR [SECONDS]
               dotnet dev.cs bench memory DIR
               dotnet dev.cs bench held [MIB]
               dotnet dev.cs bench confidence DIR
               dotnet dev.cs bench fuzz [COUNT [FIRST]]
               dotnet dev.cs bench reviews [COUNT]
               dotnet dev.cs bench sets [COUNT]
               dotnet dev.cs bench web [SECONDS]
               dotnet dev.cs bench ingest [SECONDS]
               dotnet dev.cs bench startup [RUNS]
               dotnet dev.cs bench chaos [REVIEWS [SEED]]
               dotnet dev.cs bench scale [SEED [REVIEWS]]
               dotnet dev.cs bench scale census [SECONDS]

          DIR      a folder of pages: how fast they are read, as a table           (samples)
          articles the extraction of articles from the pages of DIR beside the bare parse
                   by HtmlAgilityPack and by AngleSharp, and Mozilla's Readability under
                   linkedom and jsdom: speed, most memory, ratios; each part for SECONDS    (10)
                   and a third before, in a process of its own; the first run installs Readability from npm
          memory   what each part of the reading allocates for a page of DIR, as
                   BenchmarkDotNet measures it on at most 200 of them
          held     how many times their own size pages of MIB megabytes hold in memory      (10)
                   while they are read, for a dozen shapes of page; fails above 12 times
                   then 32 of them are dropped at once on an app that has no more memory than
                   README states; fails where one is not read for lack of it
          confidence  of the statements read from pages whose facts a person wrote down
                   (DIR/html/*.html, DIR/gold.jsonl), how many are right, by kind and by
                   how sure they are; fails where fewer than 95 in 100 of the sure are
          fuzz     COUNT damaged pages, of the samples, the tests' own and those of     (200000)
                   ../shared/data: none may throw, take long or much memory, or break what is
                   promised of every reading; the first is number FIRST, and "fuzz 1 N" reads  (1)
                   number N again; what fails is written, shrunk, to TestResults/fuzz
          reviews  COUNT reviews of one film, dropped at once: requests to storage  (10000)
                   for each, beside those of a hundred; fails above one and a half times
          sets     COUNT random sets of reviews, dropped, replaced and deleted by    (1000)
                   eight instances at once; fails where storage does not end as the
                   plain merge of the files that are there
          web      requests/s and times of the app over 1, 16 and 64 connections, beside a
                   bare Kestrel that gives the same answers: a film's profile, the same
                   with If-None-Match, a search, the film's page; of a film of 1,000 reviews
                   too; each for SECONDS at either server; fails where If-None-Match gets (3)
                   less than 0.4 times the bare one, or 1,000 reviews take 3 times as
                   long as 3
          ingest   1, 2, 4, 8 and 16 pages at a time dropped and ingested for SECONDS: (20)
                   reviews/s, time from drop to profile, requests to storage, processor
                   time and memory; beside a client that sends the same requests to
                   another Azurite and does nothing else; fails where the app makes
                   less than 0.6 times as many of them a second
          startup  RUNS starts of the app, as built and as compiled for a publish, each: (10)
                   from the start of its process to the first answers and to the first
                   review ingested; sizes and processor time; fails where the latter is slower
          chaos    REVIEWS files, dropped, replaced and deleted while one request to  (2000)
                   storage in ten fails and the app is killed 20 times; fails where
                   anything is lost, duplicated or left behind; SEED repeats a run
          scale    the app as it is deployed, simulated, without storage: from 10 to 100,000
                   reviews a minute, bursts, one film that all review, storage that refuses,
                   events that get lost, a million files; at most REVIEWS in each: instances,  (1000000)
                   times, requests, retries, and what reviews and queries cost; the same SEED  (1)
                   gives the same figures; fails where anything is lost
          census   how many requests of which kind a real review makes, counted for SECONDS  (20)
        """;

    public override Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        return args switch
        {
            [var chosen, ..] when OfStorage.TryGetValue(chosen, out var test) => RunStorageAsync(repository, test, args, cancellation),
            ["confidence", ..] => RunConfidenceAsync(repository, args, cancellation),
            ["fuzz", ..] => RunFuzzAsync(repository, args, cancellation),
            ["web" or "ingest", ..] => RunLoadAsync(repository, args, cancellation),
            ["startup", ..] => RunStartUpAsync(repository, args, cancellation),
            ["held", ..] => RunHeldAsync(repository, args, cancellation),
            ["chaos", ..] => RunChaosAsync(repository, args, cancellation),
            ["scale", ..] => RunScaleAsync(repository, args, cancellation),
            _ => RunPagesAsync(repository, args, cancellation),
        };
    }

    private async Task<int> RunStorageAsync(
        Repository repository, (string Class, string Variable, int Count) test, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var count = args is not [_, var given, ..] ? test.Count
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw WrongUsage($"'{given}' is no count");
        if (args.Count > 2)
        {
            throw WrongUsage("it takes one count");
        }

        await InstallAzuriteAsync(repository, cancellation);
        return await RunAsync(repository, StorageTests, test.Class, test.Variable, count.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    private async Task<int> RunConfidenceAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation) =>
        args is [_, var annotated] && File.Exists(Path.Combine(annotated, "gold.jsonl"))
            ? await RunAsync(repository, CoreTests, "Ingest.Core.Tests.Facts.CalibrationTests", "INGEST_TEST_FACTS", Path.GetFullPath(annotated), cancellation)
            : throw WrongUsage("it takes one folder with a gold.jsonl");

    private async Task<int> RunFuzzAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args.Count > 3 || !args.Skip(1).All(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0))
        {
            throw WrongUsage("it takes a count and the number of the first");
        }

        var asked = $"{args.ElementAtOrDefault(1) ?? "200000"} {args.ElementAtOrDefault(2) ?? "1"}";
        return await RunAsync(repository, CoreTests, "Ingest.Core.Tests.Fuzzing.FuzzTests", "INGEST_TEST_FUZZ", asked, cancellation);
    }

    private async Task<int> RunLoadAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args.Count > 2 || (args is [_, var seconds] && !IsTime(seconds)))
        {
            throw WrongUsage("it takes a number of seconds");
        }

        await NodeJs.RequireAsync(repository.Root, cancellation);
        return await RunAsync(repository, OfLoad, args, cancellation);
    }

    private async Task<int> RunStartUpAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args.Count > 2 || (args is [_, var runs] && !(int.TryParse(runs, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)))
        {
            throw WrongUsage("it takes a number of runs");
        }

        await NodeJs.RequireAsync(repository.Root, cancellation);
        return await RunAsync(
            repository, OfLoad, ["startup", repository.Project("functions/Ingest.Local"), repository.Samples, .. args.Skip(1)], cancellation);
    }

    private async Task<int> RunChaosAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args.Count > 3 || args.Skip(1).Any(number => !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw WrongUsage("it takes a number of reviews and a seed");
        }

        await InstallAzuriteAsync(repository, cancellation);
        return await RunAsync(repository, OfChaos, [.. args.Skip(1)], cancellation);
    }

    private async Task<int> RunScaleAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        switch (args.ToArray())
        {
            case [_, "census", .. { Length: <= 1 } time] when Array.TrueForAll(time, IsTime):
                await NodeJs.RequireAsync(repository.Root, cancellation);
                break;
            case [_, .. { Length: <= 2 } numbers] when Array.TrueForAll(numbers, number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1_000_000):
                break;
            default:
                throw WrongUsage("it takes a seed and a number of reviews, or 'census' and a number of seconds");
        }

        return await RunAsync(repository, OfLoad, args, cancellation);
    }

    // One page at a time, then many on a running app.
    private async Task<int> RunHeldAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var size = args.ElementAtOrDefault(1) ?? "10";
        if (args.Count > 2 || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) || mebibytes is < 1 or > 32)
        {
            throw WrongUsage("it takes a number of megabytes from 1 to 32");
        }

        await InstallAzuriteAsync(repository, cancellation);
        var one = await RunAsync(repository, Folder, ["held", size, HeldTimes], cancellation);
        Console.WriteLine();
        var many = await RunAsync(repository, OfLoad, ["held", HeldPages, size], cancellation);
        return one != 0 ? one : many;
    }

    private async Task<int> RunPagesAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation) =>
        await RunAsync(repository, Folder, await PageArgumentsAsync(repository, args, cancellation), cancellation);

    private static async Task InstallAzuriteAsync(Repository repository, CancellationToken cancellation)
    {
        await NodeJs.RequireAsync(repository.Root, cancellation);
        await Azurite.EnsureInstalledAsync(new Progress(Console.Error), cancellation);
    }

    // What the benchmarks of pages are started with.
    private async Task<IReadOnlyList<string>> PageArgumentsAsync(Repository repository, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        switch (args.ToArray())
        {
            case []:
                return [repository.Samples];
            case ["articles", var folder, .. { Length: <= 1 } time] when time is not [var seconds] || IsTime(seconds):
                var pages = Existing(folder);
                return ["articles", pages, time is [var given] ? given : "10", await Readability.InstallAsync(repository, cancellation)];
            case ["articles", ..]:
                throw WrongUsage("it takes one folder, and after that a number of seconds");
            case ["memory", var folder]:
                return ["memory", Existing(folder)];
            case ["memory", ..]:
                throw WrongUsage("it takes one folder");
            case [var folder]:
                return [Existing(folder)];
            default:
                throw WrongUsage($"it takes one folder, not {args.Count} arguments");
        }
    }

    private static bool IsTime(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 86_400;

    private static string Existing(string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new DevException(ExitCode.WrongUsage, $"there is no folder '{Path.GetFullPath(folder)}'.");

    private static async Task<int> RunAsync(Repository repository, string project, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await BuildAsync(repository, project, cancellation);
        return await Tool.RunAsync(
            "dotnet", [repository.Output(project, "Release"), .. arguments], repository.Root, Console.WriteLine, cancellation) ?? ExitCode.Missing;
    }

    private static async Task<int> RunAsync(
        Repository repository, string tests, string testClass, string variable, string value, CancellationToken cancellation)
    {
        await BuildAsync(repository, tests, cancellation);
        Environment.SetEnvironmentVariable(variable, value);
        return await Tool.RunAsync(
            "dotnet",
            [repository.Output(tests, "Release"), "-class", testClass, "-showLiveOutput", "-noColor", "-noLogo"],
            repository.Root,
            line => Console.WriteLine(line.Split("[OUTPUT] ")[^1]),
            cancellation) ?? ExitCode.Missing;
    }

    private static async Task BuildAsync(Repository repository, string project, CancellationToken cancellation)
    {
        if (!File.Exists(repository.Project(project)))
        {
            throw new DevException(ExitCode.Missing, $"there is no project {project}.");
        }

        await new Build(repository, new Progress(Console.Error)).RunAsync(repository.Project(project), "Release", cancellation);
    }
}
