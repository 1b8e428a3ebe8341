namespace Ingest.Dev;

/// <summary>Where things are.</summary>
internal sealed record Repository(string Root)
{
    public string Solution => Path.Combine(Root, "Ingest.sln");

    public string Samples => Path.Combine(Root, "samples");

    public string Tests => Path.Combine(Root, "tests");

    public string TestResults => Path.Combine(Root, "TestResults");

    /// <summary>What local runs keep: Azurite's data and the function key.</summary>
    public string Data => Path.Combine(Root, ".azurite");

    public string FunctionKeyFile => Path.Combine(Data, "function-key");

    /// <summary>The function key of local runs; null before the first.</summary>
    public string? FunctionKey => File.Exists(FunctionKeyFile) ? File.ReadAllText(FunctionKeyFile).Trim() : null;

    /// <summary>The repository that dev.cs stands in, or else the one around the current folder.</summary>
    /// <exception cref="DevException">There is none.</exception>
    public static Repository Find()
    {
        foreach (var start in new[] { AppContext.GetData("EntryPointFileDirectoryPath") as string, Environment.CurrentDirectory })
        {
            for (var folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
                {
                    return new Repository(folder.FullName);
                }
            }
        }

        throw new DevException(ExitCode.Missing, "there is no Ingest.sln in this folder or above it.");
    }

    /// <summary>The project file of a folder such as <c>functions/Ingest.Local</c>.</summary>
    public string Project(string folder) => Path.Combine(Root, folder, Path.GetFileName(folder) + ".csproj");

    /// <summary>What a project builds.</summary>
    public string Output(string folder, string configuration) =>
        Path.Combine(Root, folder, "bin", configuration, "net10.0", Path.GetFileName(folder) + ".dll");
}
