using Ingest.Local.Tests.Hosted;

namespace Ingest.Local.Tests;

/// <summary>A folder with a host.json and a journal, gone when disposed.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-local-test");

    public TestFolder(string routePrefix = "")
    {
        Journal = new Journal(System.IO.Path.Combine(Path, "journal"));
        File.WriteAllText(System.IO.Path.Combine(Path, "host.json"), $$"""
            {
              "version": "2.0",
              "extensions": {
                "http": { "routePrefix": "{{routePrefix}}" },
                "blobs": { "maxDegreeOfParallelism": 4, "poisonBlobThreshold": 5 }
              }
            }
            """);
    }

    public string Path => _folder.FullName;

    public Journal Journal { get; }

    /// <summary>The journal's lines, once they satisfy a condition; fails when they do not in time.</summary>
    public async Task<string[]> JournalWhenAsync(Func<string[], bool> condition, TimeSpan? limit = null)
    {
        var end = DateTime.UtcNow + (limit ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            var lines = Journal.Read();
            if (condition(lines))
            {
                return lines;
            }

            Assert.True(DateTime.UtcNow < end, $"The journal stays at {lines.Length} lines: {string.Join(", ", lines.TakeLast(20))}");
            await Task.Delay(50);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
