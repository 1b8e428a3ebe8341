using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ingest.LoadBench.StartUp;

/// <summary>The local host with the app in it, as a build compiles it and as a publish does, each in a folder of its own.</summary>
/// <remarks>Nothing is published: the compiler of a publish runs on what was built. So stand-ins can be measured, and what
/// they are in cannot be deployed.</remarks>
/// <param name="Built">Assemblies of intermediate language alone.</param>
/// <param name="ReadyToRun">The same, with the code that a publish compiles ahead of time.</param>
internal sealed record StartUpBuild(DirectoryInfo Built, DirectoryInfo ReadyToRun)
{
    private const string Name = "Ingest.Local";

    /// <summary>Builds both.</summary>
    /// <param name="project">The local host's project file.</param>
    /// <param name="folder">Where to; all of the build stays in it.</param>
    /// <exception cref="BenchException">It does not build.</exception>
    public static async Task<StartUpBuild> CreateAsync(string project, DirectoryInfo folder)
    {
        // That of this machine, which runs it.
        var runtime = RuntimeInformation.RuntimeIdentifier;
        await RunAsync(
            "build", project, "-c", "Release", "-r", runtime, "--no-self-contained", "--artifacts-path", folder.FullName, "-nologo", "-v:quiet",
            "-nodeReuse:false", "-p:RunAnalyzers=false", "-p:PublishReadyToRun=true", "-t:Build;ComputeResolvedFilesToPublishList;CreateReadyToRunImages");

        var pivot = $"release_{runtime}";
        var output = Path.Combine(folder.FullName, "bin", Name, pivot);
        var compiled = Path.Combine(folder.FullName, "obj", Name, pivot, "R2R");
        var built = folder.CreateSubdirectory("built");
        var readyToRun = folder.CreateSubdirectory("ready-to-run");
        foreach (var file in new DirectoryInfo(output).EnumerateFiles().Where(file => file.Extension != ".pdb"))
        {
            file.CopyTo(Path.Combine(built.FullName, file.Name));
            var image = new FileInfo(Path.Combine(compiled, file.Name));
            (image.Exists ? image : file).CopyTo(Path.Combine(readyToRun.FullName, file.Name));
        }

        return new(built, readyToRun);
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new BenchException($"the app does not build:\n{output}");
        }
    }
}
