namespace Ingest.LoadBench.StartUp;

/// <summary>One way to compile and run the app, with what was measured of its starts.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Settings">The runtime's environment variables.</param>
internal sealed record StartUpVariant(string Name, DirectoryInfo Folder, IReadOnlyDictionary<string, string> Settings)
{
    public List<ServingStart> Serving { get; } = [];

    public List<IngestingStart> Ingesting { get; } = [];

    /// <summary>Bytes of all its files.</summary>
    public long Size => Folder.EnumerateFiles().Sum(file => file.Length);

    /// <summary>All that are measured; the first is a plain build.</summary>
    public static IReadOnlyList<StartUpVariant> All(StartUpBuild build)
    {
        var noProfile = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" };
        return
        [
            new("as built", build.Built, new Dictionary<string, string>()),
            new("as built, no PGO", build.Built, noProfile),
            new("ReadyToRun", build.ReadyToRun, new Dictionary<string, string>()),
            new("ReadyToRun, no PGO", build.ReadyToRun, noProfile),
        ];
    }
}

/// <summary>A start that ends with a profile served. Times are milliseconds since the process was started.</summary>
/// <param name="Listening">Until it listens.</param>
/// <param name="Health">Until the first answer of <c>/api/health</c>.</param>
/// <param name="Profile">Until the first profile.</param>
/// <param name="CpuOfListening">Milliseconds of processor time until it listened.</param>
/// <param name="Cpu">Milliseconds of processor time until the profile was served.</param>
internal sealed record ServingStart(double Listening, double Health, double Profile, double CpuOfListening, double Cpu);

/// <summary>A start that ends with a review ingested that was there before.</summary>
/// <param name="Ingested">Milliseconds since the process was started.</param>
/// <param name="Cpu">Milliseconds of processor time.</param>
internal sealed record IngestingStart(double Ingested, double Cpu);
