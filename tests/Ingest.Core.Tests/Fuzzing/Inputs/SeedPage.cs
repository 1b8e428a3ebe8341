using System.IO.Compression;
using System.Text;

namespace Ingest.Core.Tests.Fuzzing.Inputs;

/// <summary>A page that inputs are made of.</summary>
/// <param name="Name">Its path, from the repository or the shared data.</param>
/// <param name="Text">Its bytes, each as the character of the same number.</param>
internal sealed record SeedPage(string Name, string Text)
{
    // Of the longer ones only the beginning is taken: what breaks a reader does so in little text, and more inputs find more.
    private const int Longest = 512 * 1024;

    /// <summary>The pages of the repository, and those of the shared data where they are, the shorter first.</summary>
    public static IReadOnlyList<SeedPage> All { get; } = Load();

    /// <summary>Whether the shared data is among the pages.</summary>
    public static bool HasShared { get; private set; }

    private static SeedPage[] Load()
    {
        var root = SharedData.RepositoryRoot();
        string[] own = [Path.Combine(root, "samples"), Path.Combine(AppContext.BaseDirectory, "Articles", "Cases")];
        var shared = Path.Combine(root, "..", "shared", "data");
        HasShared = Directory.Exists(shared);
        return
        [
            .. own.SelectMany(folder => In(folder, Path.GetDirectoryName(folder)!))
                .Concat(HasShared ? In(shared, shared) : [])
                .OrderBy(page => page.Text.Length)
                .ThenBy(page => page.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SeedPage> In(string folder, string parent) => Directory
        .EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories)
        .Select(path => new SeedPage(Path.GetRelativePath(parent, path).Replace('\\', '/'), TextOf(path)));

    private static string TextOf(string path)
    {
        using Stream file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        content.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)Math.Min(bytes.Length, Longest));
    }
}
