using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Ingest.Benchmarks.Allocation;

/// <summary>What each part of the reading allocates for a page, as BenchmarkDotNet's memory diagnoser measures it.</summary>
internal static class StageAllocations
{
    /// <summary>Measures and prints it.</summary>
    public static int Run(IReadOnlyList<string> files)
    {
        var (sample, inWords) = PageFiles.Sample(files);
        StageBenchmarks.Pages = [.. sample.Select(PageFiles.Load)];
        var summary = BenchmarkRunner.Run<StageBenchmarks>(Config());
        if (summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success))
        {
            Console.Error.WriteLine($"Ingest.Benchmarks: BenchmarkDotNet did not measure; see {summary.LogFilePath}.");
            return 1;
        }

        var average = StageBenchmarks.Pages.Average(page => page.LongLength);
        Console.WriteLine($"{inWords}, {average / 1024:F1} KiB on average, {RuntimeName.Text}");
        Console.WriteLine();
        Console.WriteLine($"{"",-28}{"KiB alloc/page",16}{"times the page",16}");
        foreach (var report in summary.Reports)
        {
            var bytes = (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / (double)sample.Count;
            Console.WriteLine($"{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),-28}{bytes / 1024,16:F1}{bytes / average,16:F2}");
        }

        return 0;
    }

    // Each iteration is one pass, because what it starts from is made anew before it. The log lies beside the program.
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithStrategy(RunStrategy.Monitoring)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(1)
            .WithIterationCount(3)
            .WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableOptimizationsValidator)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
}
