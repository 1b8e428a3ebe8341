using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Chaos.State;

/// <summary>What is stored, and what should be, as lines of text that can be compared: one for each thing that lives.</summary>
internal static class StoredState
{
    /// <summary>Everything that lives in storage, without what differs from run to run (versions, times), in order.</summary>
    public static async Task<List<string>> ReadAsync(IngestStorage storage)
    {
        var lines = new List<string>();
        await foreach (var row in storage.Films.QueryAsync<TableEntity>())
        {
            if (row.GetBoolean("Deleted") == false)
            {
                lines.Add($"profile {row.GetString("Group")} {Encoding.UTF8.GetString(Payload.Read(row)!)}");
            }
        }

        await foreach (var row in storage.Titles.QueryAsync<TableEntity>())
        {
            if (row.GetBoolean("Deleted") == false)
            {
                lines.Add($"entry {row.PartitionKey} {row.RowKey} {row.GetString("FilmId")} {row.GetInt32("Year")} {row.GetString("Matched")}");
            }
        }

        await foreach (var row in storage.Evidence.QueryAsync<TableEntity>())
        {
            if (row.GetString("Review") is { } review && Payload.Read(row) is { } json)
            {
                lines.Add($"evidence {row.PartitionKey} {review} {Encoding.UTF8.GetString(json)}");
            }
            else if (row.GetBoolean("Deleted") == false)
            {
                lines.Add($"handed {row.PartitionKey} {row.RowKey} {Encoding.UTF8.GetString(Payload.Read(row)!)}");
            }
        }

        await foreach (var row in storage.Reviews.QueryAsync<TableEntity>())
        {
            var record = ReviewEntity.To(row);
            if (record.Status != ReviewStatus.Deleted)
            {
                lines.Add($"review {record.Name} {record.Status} {record.Reason}");
            }
        }

        await foreach (var blob in storage.Articles.GetBlobsAsync())
        {
            lines.Add($"reading {blob.Name[..blob.Name.IndexOf('/', StringComparison.Ordinal)]}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>What should live in storage when these are all the files: the plain merge of them in memory, in order.</summary>
    /// <param name="files">Bytes by name.</param>
    /// <param name="reader">What reads them.</param>
    public static List<string> Expected(IEnumerable<KeyValuePair<string, byte[]>> files, Reader reader)
    {
        var lines = new List<string>();
        var evidence = new List<Evidence>();
        foreach (var (name, content) in files)
        {
            var reading = reader.Read(content, ReadingLimits.Default);
            if (!reading.IsReview)
            {
                lines.Add($"review {name} Rejected {JsonNamingPolicy.CamelCase.ConvertName(reading.Rejection.Reason.ToString())}");
                continue;
            }

            lines.Add($"review {name} Ingested ");
            lines.Add($"reading {TableKey.Of(name)}");
            evidence.AddRange(reading.Films.Select(film => new Evidence(name, reading.Article.PublishedOn, film)));
            foreach (var group in reading.Films.SelectMany(film => TitleKeys.Of(film), (film, key) => (film, key)).GroupBy(one => one.key, one => one.film))
            {
                var said = new StoredEvidence(reading.Article.PublishedOn, [.. group]);
                lines.Add($"evidence {TableKey.Of(group.Key.Value)} {name} {JsonSerializer.Serialize(said, IngestJson.Instance.StoredEvidence)}");
            }
        }

        foreach (var (group, merge) in FilmMerge.MergeGroups(evidence))
        {
            lines.AddRange(LinesOf(group, merge));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static IEnumerable<string> LinesOf(TitleKey group, GroupMerge merge)
    {
        foreach (var film in merge.Profiles)
        {
            yield return $"profile {group} {JsonSerializer.Serialize(film, CoreJson.Instance.FilmProfile)}";
        }

        foreach (var row in Projection.Of(group, merge).Values.Where(row => row.Table == ProjectionTable.Titles))
        {
            yield return $"entry {row.PartitionKey} {row.RowKey} {row.Values["FilmId"]} {row.Values["Year"]} {row.Values["Matched"]}";
        }

        foreach (var row in merge.Handovers.SelectMany(handover => HandoverRows.Of(group, handover)))
        {
            yield return $"handed {row.PartitionKey} {row.RowKey} {Encoding.UTF8.GetString(Payload.Read(row.ToEntity(1))!)}";
        }
    }
}
