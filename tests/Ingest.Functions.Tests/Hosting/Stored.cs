using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests;

/// <summary>What is stored, and what should be, as lines of text that can be compared.</summary>
internal static class Stored
{
    /// <summary>Everything that lives in storage, without what differs from run to run (versions, times).</summary>
    public static async Task<List<string>> ReadAsync(TestApp app)
    {
        var lines = new List<string>();
        await foreach (var row in app.Storage.Films.QueryAsync<TableEntity>())
        {
            if (row.GetBoolean("Deleted") == false)
            {
                lines.Add($"profile {row.GetString("Group")} {Encoding.UTF8.GetString(Payload.Read(row)!)}");
            }
        }

        await foreach (var row in app.Storage.Titles.QueryAsync<TableEntity>())
        {
            if (row.GetBoolean("Deleted") == false)
            {
                lines.Add($"entry {row.PartitionKey} {row.RowKey} {row.GetString("FilmId")} {row.GetInt32("Year")} {row.GetString("Matched")}");
            }
        }

        await foreach (var row in app.Storage.Evidence.QueryAsync<TableEntity>())
        {
            if (row.GetString("Review") is { } review && Payload.Read(row) is { } json)
            {
                lines.Add($"evidence {review} {Encoding.UTF8.GetString(json)}");
            }
        }

        await foreach (var row in app.Storage.Reviews.QueryAsync<TableEntity>())
        {
            var record = ReviewEntity.To(row);
            if (record.Status != ReviewStatus.Deleted)
            {
                lines.Add($"review {record.Name} {record.Status} {record.Reason}");
            }
        }

        await foreach (var blob in app.Storage.Articles.GetBlobsAsync())
        {
            lines.Add($"reading {blob.Name[..blob.Name.IndexOf('/', StringComparison.Ordinal)]}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>What should live in storage when these are all the files: the plain merge of them in memory.</summary>
    public static List<string> Expected(IReadOnlyDictionary<string, string> files, Reader? reader = null)
    {
        reader ??= Pages.Reader;
        var lines = new List<string>();
        var evidence = new List<Evidence>();
        foreach (var (name, content) in files)
        {
            var reading = reader.Read(Encoding.UTF8.GetBytes(content), ReadingLimits.Default);
            lines.Add($"review {name} {(reading.IsReview ? "Ingested " : "Rejected noArticle")}");
            if (!reading.IsReview)
            {
                continue;
            }

            lines.Add($"reading {TableKey.Of(name)}");
            evidence.AddRange(reading.Films.Select(film => new Evidence(name, reading.Article.PublishedOn, film)));
            foreach (var group in reading.Films.GroupBy(film => TitleKey.Of(film.Title)))
            {
                var said = new StoredEvidence(reading.Article.PublishedOn, [.. group]);
                lines.Add($"evidence {name} {JsonSerializer.Serialize(said, IngestJson.Instance.StoredEvidence)}");
            }
        }

        foreach (var group in evidence.GroupBy(piece => TitleKey.Of(piece.Film.Title)))
        {
            lines.AddRange(LinesOf(group.Key, FilmMerge.Merge(group)));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static IEnumerable<string> LinesOf(TitleKey group, IEnumerable<FilmProfile> profiles)
    {
        var films = profiles.ToList();
        foreach (var film in films)
        {
            yield return $"profile {group} {JsonSerializer.Serialize(film, CoreJson.Instance.FilmProfile)}";
        }

        foreach (var row in Projection.Of(group, films).Values.Where(row => row.Table == ProjectionTable.Titles))
        {
            yield return $"entry {row.PartitionKey} {row.RowKey} {row.Values["FilmId"]} {row.Values["Year"]} {row.Values["Matched"]}";
        }
    }
}
