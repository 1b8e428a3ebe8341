namespace Ingest.Local.Settings;

/// <summary>Where the app's files stand.</summary>
internal static class RootFolder
{
    /// <summary>The folder of host.json: upwards from the current folder, or beside the program.</summary>
    /// <exception cref="CannotHostException">There is no host.json.</exception>
    public static string Find() =>
        Path.GetDirectoryName(
            FindUpwards(Environment.CurrentDirectory, "host.json")
            ?? FindUpwards(AppContext.BaseDirectory, "host.json")
            ?? throw new CannotHostException(
                "There is no host.json in this folder or above it; run from the repository, or name its folder with --root."))!;

    /// <summary>Full path of the nearest file of a name, from a folder upwards; null when there is none.</summary>
    public static string? FindUpwards(string folder, string name)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
