using System.Globalization;

namespace Ingest.LoadBench.StartUp;

/// <summary>The figures as they are printed, and what has to be true of them.</summary>
internal static class StartUpTable
{
    /// <summary>Prints all, and says whether it is as it has to be.</summary>
    public static bool Print(IReadOnlyList<StartUpVariant> variants)
    {
        Console.WriteLine(Machine.Text);
        Console.WriteLine($"Medians of {variants[0].Serving.Count} starts each, in turns; milliseconds since the process was started, and of processor time.");
        Console.WriteLine();
        Console.WriteLine($"{"",-20}{"",8}{"a start that serves",48}{"that ingests",24}");
        Console.WriteLine($"{"",-20}{"MiB",8}{"listening",12}{"health",10}{"profile",10}{"CPU",8}{"in all",8}{"ingested",14}{"CPU",10}");
        foreach (var variant in variants)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{variant.Name,-20}{variant.Size / 1048576.0,8:F1}{Median(variant.Serving, start => start.Listening),12:F0}{Median(variant.Serving, start => start.Health),10:F0}{Profile(variant),10:F0}{Median(variant.Serving, start => start.CpuOfListening),8:F0}{Median(variant.Serving, start => start.Cpu),8:F0}{Ingested(variant),14:F0}{Median(variant.Ingesting, start => start.Cpu),10:F0}"));
        }

        var (built, readyToRun) = (variants.First(IsPlain), variants.Last(IsPlain));
        var (toProfile, toReview) = (Profile(readyToRun) / Profile(built), Ingested(readyToRun) / Ingested(built));
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{readyToRun.Name}: {toProfile:F2} times as long to the first profile as {built.Name}, {toReview:F2} times to the first review; wanted is less than 1."));
        return toProfile < 1 && toReview < 1;
    }

    private static bool IsPlain(StartUpVariant variant) => variant.Settings.Count == 0;

    private static double Profile(StartUpVariant variant) => Median(variant.Serving, start => start.Profile);

    private static double Ingested(StartUpVariant variant) => Median(variant.Ingesting, start => start.Ingested);

    private static double Median<T>(List<T> starts, Func<T, double> figure) =>
        starts.Select(figure).Order().ElementAt(starts.Count / 2);
}
