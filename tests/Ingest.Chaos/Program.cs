using System.Globalization;
using Ingest.Chaos;
using Ingest.LocalStorage;

const string Usage = """
    Drops, replaces and deletes made-up reviews while the app works on them through storage that fails in all the ways that
    networks and services fail, and is killed with SIGKILL again and again. Then nothing fails any more; once the app has
    brought everything to its end, what is stored has to be the plain merge of the files that are there.

    usage: Ingest.Chaos [REVIEWS [SEED]] [--kills N] [--faults PERCENT] [--swallow]

      REVIEWS    files that are dropped                                                        (2000)
      SEED       chooses the files, the faults and the times of kills                  (a random one)
      --kills    how often the app is killed                                                     (20)
      --faults   of the requests to storage, how many in a hundred meet with a fault             (10)
      --swallow  some articles are not written although storage says so; the run has to find that

    Exit codes: 0 nothing is lost, duplicated or left behind, 1 something is, 2 wrong usage, 4 the run could not be made.
    """;

var options = new ChaosOptions();
for (var at = 0; at < args.Length; at++)
{
    var next = args.ElementAtOrDefault(at + 1) ?? "";
    ChaosOptions? read = (args[at], at) switch
    {
        ("--swallow", _) => options with { Swallows = true },
        ("--kills", _) => NumberOf(next) is { } kills ? options with { Kills = kills } : null,
        ("--faults", _) => NumberOf(next) is <= 90 and var percent ? options with { Faults = percent / 100.0 } : null,
        (var reviews, 0) => NumberOf(reviews) is >= 1 and <= 9999 and var count ? options with { Reviews = count } : null,
        (var seed, 1) => NumberOf(seed) is { } number ? options with { Seed = number } : null,
        _ => null,
    };
    if (read is null)
    {
        Console.WriteLine(Usage);
        return args is ["--help"] ? 0 : 2;
    }

    options = read;
    at += args[at] is "--kills" or "--faults" ? 1 : 0;
}

try
{
    Console.WriteLine($"seed {options.Seed.ToString(CultureInfo.InvariantCulture)}");
    await using var run = await ChaosRun.PrepareAsync(options, Console.Error, CancellationToken.None);
    var report = await run.RunAsync(CancellationToken.None);
    foreach (var line in report.Lines())
    {
        Console.WriteLine(line);
    }

    return report.IsFine ? 0 : 1;
}
catch (Exception reason) when (reason is ChaosException or AzuriteException)
{
    Console.Error.WriteLine($"Ingest.Chaos: {reason.Message}");
    return 4;
}

static int? NumberOf(string text) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
