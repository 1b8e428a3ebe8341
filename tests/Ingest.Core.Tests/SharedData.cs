namespace Ingest.Core.Tests;

/// <summary>
/// Data sets that may lie in a folder named <c>shared</c> beside the repository. They are not part of the product; a test
/// that needs one skips, saying so, where it is missing.
/// </summary>
internal static class SharedData
{
    /// <summary>Full path of a file or folder of the shared data; skips the running test when it is not there.</summary>
    public static string PathOf(string relativePath)
    {
        var path = Path.Combine(RepositoryRoot(), "..", "shared", relativePath);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"shared data is not there: {relativePath}");
        return Path.GetFullPath(path);
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
