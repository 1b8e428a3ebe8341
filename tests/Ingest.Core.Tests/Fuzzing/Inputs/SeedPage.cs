using System.IO.Compression;
using System.Text;

namespace Ingest.Core.Tests.Fuzzing.Inputs;

/// <summary>A page that inputs are made of.</summary>
internal sealed class SeedPage
{
    /// <summary>Of longer pages only the beginning is taken: damage shows in little text, and more inputs find more.</summary>
    private const int Longest = 512 * 1024;

    // Read again each time, where they are not short: together they are large.
    private const int Kept = 24 * 1024;
    private readonly string path;
    private readonly string? kept;

    private SeedPage(string path, string name)
    {
        (this.path, Name) = (path, name);
        var text = Text;
        (Length, kept) = (text.Length, text.Length <= Kept ? text : null);
    }

    /// <summary>The pages of the repository, and those of the shared data where they are, the shorter first.</summary>
    public static IReadOnlyList<SeedPage> All { get; } = Load();

    /// <summary>How many of them are short.</summary>
    public static int Short { get; } = All.Count(page => page.kept is not null);

    /// <summary>Whether the shared data is among the pages.</summary>
    public static bool HasShared => Directory.Exists(SharedFolder);

    /// <summary>Its path, from the repository or the shared data.</summary>
    public string Name { get; }

    /// <summary>How many bytes are taken of it.</summary>
    public int Length { get; }

    /// <summary>Its bytes, each as the character of the same number.</summary>
    public string Text => kept ?? Read();

    private static string SharedFolder => Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data");

    private static SeedPage[] Load()
    {
        string[] own = [Path.Combine(SharedData.RepositoryRoot(), "samples"), Path.Combine(AppContext.BaseDirectory, "Articles", "Cases")];
        return
        [
            .. own.SelectMany(folder => In(folder, Path.GetDirectoryName(folder)!))
                .Concat(HasShared ? In(SharedFolder, SharedFolder) : [])
                .OrderBy(page => page.Length)
                .ThenBy(page => page.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SeedPage> In(string folder, string parent) => Directory
        .EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories)
        .Select(path => new SeedPage(path, Path.GetRelativePath(parent, path).Replace('\\', '/')));

    private string Read()
    {
        using Stream file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var bytes = new byte[Longest];
        return Encoding.Latin1.GetString(bytes, 0, content.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false));
    }
}
