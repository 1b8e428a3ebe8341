using System.Globalization;
using Ingest.LoadBench;
using Ingest.LoadBench.Load;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

const string Usage = """
    Runs the app in the local host against an Azurite of its own, with made-up films in it, and asks it over keep-alive
    connections for a film's profile, for the same with If-None-Match, for a search and for the film's page, in turns with
    a bare Kestrel that gives the same answers out of memory. Prints requests/s and times, as a table.

    usage: Ingest.LoadBench [SECONDS [REVIEWS]]

      SECONDS  how long each request is measured at each server over 1, 16 and 64 connections   (3)
      REVIEWS  of the film of many, which is measured beside one of three                    (1000)

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
}

if (args.Length > 2 || SecondsOf(args.ElementAtOrDefault(0) ?? "3") is not { } time || CountOf(args.ElementAtOrDefault(1) ?? "1000") is not { } reviews)
{
    Console.WriteLine(Usage);
    return args is ["--help"] ? 0 : 2;
}

try
{
    var isFine = await WebBench.RunAsync(time, reviews, Console.Error);
    return isFine || time < TimeSpan.FromSeconds(1) ? 0 : 1;
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
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000 ? count : null;
