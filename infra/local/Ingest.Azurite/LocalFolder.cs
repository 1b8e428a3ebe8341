namespace Ingest.LocalStorage;

/// <summary>Finds <c>infra/local</c> of the repository.</summary>
internal static class LocalFolder
{
    private const string Solution = "Ingest.sln";

    /// <exception cref="AzuriteException">Neither the program nor the current directory is inside the repository.</exception>
    public static string Find()
    {
        // The last one is where the source of a file-based program lies, which runs from a folder outside.
        var starts = new[]
        {
            AppContext.BaseDirectory,
            Directory.GetCurrentDirectory(),
            AppContext.GetData("EntryPointFileDirectoryPath") as string,
        };
        foreach (var start in starts)
        {
            for (var folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Solution)))
                {
                    return Path.Combine(folder.FullName, "infra", "local");
                }
            }
        }

        throw new AzuriteException($"Azurite is installed in the repository, and no {Solution} is above the current directory.");
    }
}
