using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Benchmarks.ArticleModel;

/// <summary>Writes what the article model is trained on: <c>OUT.jsonl</c> has a line for each page, with the texts of its
/// blocks; <c>OUT.f32</c> has the rows of all blocks in that order, little-endian single floats.</summary>
internal static class FeatureDump
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Goes through pages in their order; a page that is rejected is named on standard error and left out.</summary>
    public static void Write(IEnumerable<(string Id, byte[] Page)> pages, string output)
    {
        using var lines = new StreamWriter(output + ".jsonl");
        using var rows = new BinaryWriter(File.Create(output + ".f32"));
        foreach (var (id, bytes) in pages)
        {
            if (PageReader.Read(bytes, ReadingLimits.Default).Page is not { } page)
            {
                Console.Error.WriteLine($"{id}: not read");
                continue;
            }

            var shape = ArticleReader.Measure(page, out var facts, out _, out _);
            var features = new BlockFeatures(shape, facts);
            var width = 0;
            for (var block = 0; block < page.Outline.Blocks.Count; block++)
            {
                var row = features.Of(block);
                width = row.Length;
                foreach (var value in row)
                {
                    rows.Write(value);
                }
            }

            lines.WriteLine(JsonSerializer.Serialize(
                new { id, features = width, blocks = page.Outline.Blocks.Select(block => block.Text) },
                Json));
        }
    }
}
