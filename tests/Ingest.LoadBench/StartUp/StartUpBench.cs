using Ingest.LocalStorage;

namespace Ingest.LoadBench.StartUp;

/// <summary>How long the app takes from the start of its process to its first answers and its first review, compiled as a
/// build does and as a publish does.</summary>
internal static class StartUpBench
{
    /// <summary>Measures and prints everything.</summary>
    /// <param name="project">The local host's project file.</param>
    /// <param name="pages">Pages of reviews that are there before.</param>
    /// <param name="runs">How often each variant is started for either purpose.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether the figures are what they have to be.</returns>
    public static async Task<bool> RunAsync(string project, IReadOnlyList<string> pages, int runs, TextWriter progress)
    {
        await Azurite.EnsureInstalledAsync(new Progress<string>(progress.WriteLine), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            await progress.WriteLineAsync("Building the app, and compiling it as a publish does");
            var variants = StartUpVariant.All(await StartUpBuild.CreateAsync(project, folder));

            await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
            await progress.WriteLineAsync($"Ingesting {pages.Count} pages");
            var run = new StartUpRun(azurite.ConnectionString, folder.CreateSubdirectory("data").FullName);
            var film = await run.PrepareAsync(variants[0], pages);

            // What a first start reads from disk the others find in memory.
            foreach (var variant in variants)
            {
                await run.ServeAsync(variant, film);
                await run.IngestAsync(variant);
            }

            await progress.WriteLineAsync($"Starting each of {variants.Count} variants {2 * runs} times, in turns");
            for (var round = 0; round < runs; round++)
            {
                foreach (var variant in variants)
                {
                    variant.Serving.Add(await run.ServeAsync(variant, film));
                    variant.Ingesting.Add(await run.IngestAsync(variant));
                }
            }

            return StartUpTable.Print(variants);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
