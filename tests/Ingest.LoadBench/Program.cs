using System.Globalization;
using Ingest.LoadBench;
using Ingest.LoadBench.Held;
using Ingest.LoadBench.Ingesting;
using Ingest.LoadBench.Load;
using Ingest.LoadBench.Scaling;
using Ingest.LoadBench.Scaling.Census;
using Ingest.LoadBench.Servers;
using Ingest.LoadBench.StartUp;
using Ingest.LocalStorage;

const string Usage = """
    Measures the app against an Azurite of its own, or simulates it, and prints tables.

    usage: Ingest.LoadBench web [SECONDS [REVIEWS]]
           Ingest.LoadBench ingest [SECONDS [WORKERS]]
           Ingest.LoadBench held [PAGES [MIB]]
           Ingest.LoadBench scale [SEED [REVIEWS]]
           Ingest.LoadBench scale census [SECONDS]
           Ingest.LoadBench startup PROJECT PAGES [RUNS]

    web: runs the app in the local host with made-up films in it, and asks it over keep-alive connections for a film's
    profile, for the same with If-None-Match, for a search and for the film's page, in turns with a bare Kestrel that gives
    the same answers out of memory: requests/s and times.

      SECONDS  how long each request is measured at each server over 1, 16 and 64 connections   (3)
      REVIEWS  of the film of many, which is measured beside one of three                    (1000)

    ingest: drops and ingests pages, so and so many at a time, then sends the same requests to storage again, as many at a
    time, by a client that does nothing besides: reviews/s, times, requests, processor time, memory.

      SECONDS  how long each number of workers begins new pages                                (20)
      WORKERS  one number of them                                              (1, 2, 4, 8 and 16)

    held: drops large pages at once on an app that has no more memory than README states.

      PAGES  how many                                                                          (32)
      MIB    size of each                                                                      (10)

    scale: simulates the app as it is deployed, with what storage gives, instances that start cold, events that get lost: times
    from drop to profile, requests, retries, what is lost; and what reviews and queries cost at list prices.

      SEED     of all chance                                                                    (1)
      REVIEWS  most of them in one scenario                                               (1000000)
      census   counts the requests of real reviews by kind for SECONDS instead                 (20)

    startup: starts the app again and again, as built and as compiled for a publish: milliseconds from the start of its process
    to the first answers, and to the first review ingested.

      PROJECT  the local host's project file
      PAGES    a folder of pages of reviews that are there before
      RUNS     how often each is started for either purpose                                    (10)

    Exit codes: 0 done, 1 done and a figure is not what it has to be (from a second on), 2 wrong usage, 4 cannot be measured.
    """;

switch (args)
{
    case [LoadGenerator.Verb]:
        LoadGenerator.Serve(Console.In, Console.Out);
        return 0;
    case [BareServer.Verb]:
        await BareServer.ServeAsync(Console.In, Console.Out);
        return 0;
    case [IngestProcess.Verb]:
        await IngestProcess.ServeAsync(Console.In, Console.Out);
        return 0;
    case [ReplayProcess.Verb]:
        await ReplayProcess.ServeAsync(Console.In, Console.Out);
        return 0;
}

try
{
    if (args is ["web", .. { Length: <= 2 } ofWeb]
        && SecondsOf(ofWeb.ElementAtOrDefault(0) ?? "3") is { } each
        && CountOf(ofWeb.ElementAtOrDefault(1) ?? "1000") is { } reviews)
    {
        return await WebBench.RunAsync(each, reviews, Console.Error) || each < TimeSpan.FromSeconds(1) ? 0 : 1;
    }

    if (args is ["ingest", .. { Length: <= 2 } ofIngest]
        && SecondsOf(ofIngest.ElementAtOrDefault(0) ?? "20") is { } time
        && CountOf(ofIngest.ElementAtOrDefault(1) ?? "1") is { } workers)
    {
        return await IngestBench.RunAsync(time, ofIngest.Length > 1 ? [workers] : IngestBench.Workers, Console.Error) || time < TimeSpan.FromSeconds(1) ? 0 : 1;
    }

    if (args is ["held", .. { Length: <= 2 } ofHeld]
        && CountOf(ofHeld.ElementAtOrDefault(0) ?? "32") is { } pages
        && CountOf(ofHeld.ElementAtOrDefault(1) ?? "10") is { } mebibytes and <= 32)
    {
        return await HeldBench.RunAsync(pages, mebibytes, Console.Error) ? 0 : 1;
    }

    if (args is ["scale", "census", .. { Length: <= 1 } ofCensus] && SecondsOf(ofCensus.ElementAtOrDefault(0) ?? "20") is { } counted)
    {
        await CensusBench.RunAsync(counted, Console.Error);
        return 0;
    }

    if (args is ["scale", .. { Length: <= 2 } ofScale]
        && CountOf(ofScale.ElementAtOrDefault(0) ?? "1") is { } seed
        && CountOf(ofScale.ElementAtOrDefault(1) ?? "1000000") is { } most)
    {
        return ScaleBench.Run(seed, most, Console.Error) ? 0 : 1;
    }

    if (args is ["startup", var project, var folder, .. { Length: <= 1 } ofStartUp] && CountOf(ofStartUp.ElementAtOrDefault(0) ?? "10") is { } runs)
    {
        return await StartUpBench.RunAsync(project, Directory.GetFiles(folder, "*.html"), runs, Console.Error) ? 0 : 1;
    }

    Console.WriteLine(Usage);
    return args is ["--help"] ? 0 : 2;
}
catch (Exception reason) when (reason is BenchException or AzuriteException)
{
    Console.Error.WriteLine($"Ingest.LoadBench: {reason.Message}");
    return 4;
}

static TimeSpan? SecondsOf(string text) =>
    double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600
        ? TimeSpan.FromSeconds(seconds)
        : null;

static int? CountOf(string text) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1_000_000 ? count : null;
