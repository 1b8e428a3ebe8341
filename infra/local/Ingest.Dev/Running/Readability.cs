using Ingest.LocalStorage;

namespace Ingest.Dev.Running;

/// <summary>Mozilla's Readability, which the benchmarks compare the extraction of articles with.</summary>
internal static class Readability
{
    /// <summary>
    /// Installs it unless it is there, and gives its folder. Where that cannot be, says why and goes on: the benchmarks
    /// then do without.
    /// </summary>
    public static async Task<string> InstallAsync(Repository repository, CancellationToken cancellation)
    {
        var folder = Path.Combine(repository.Tests, "Ingest.Benchmarks", "readability");
        try
        {
            await NodeJs.RequireAsync(repository.Root, cancellation);
            await new NodePackages(folder, "Readability").EnsureAsync(new Progress(Console.Error), cancellation);
        }
        catch (Exception reason) when (reason is DevException or NodePackagesException)
        {
            Console.Error.WriteLine($"Readability cannot be installed: {reason.Message}");
        }

        return folder;
    }
}
