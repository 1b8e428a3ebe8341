namespace Ingest.Local.Tests.Hosted;

/// <summary>A file of lines that functions write what they did to, read by the test that started them.</summary>
public sealed class Journal(string path)
{
    private readonly Lock _lock = new();

    public string Path { get; } = path;

    public void Write(string line)
    {
        lock (_lock)
        {
            using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    /// <summary>Whole lines only: the last one may be cut off by a killed process.</summary>
    public string[] Read()
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n')[..^1];
    }
}
