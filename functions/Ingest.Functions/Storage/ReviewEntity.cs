using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>A review's record as a row.</summary>
internal static class ReviewEntity
{
    public const string Status = "Status";
    public const int Shards = 16;

    /// <summary>Everything but the lists, which a listing does not need.</summary>
    public static readonly string[] Listed =
    [
        "PartitionKey", "RowKey", "Timestamp", "Name", Status, "Reason", "Advice", "Attempts", "Generation", "Claim", "BlobETag",
        "ContentHash", "Settled", "ReaderVersion", "Reading", "Title", "SiteName", "PublishedOn", "Url", "Films", "Notes",
        "FirstSeenAt", "FileSeenAt", "ClaimedAt", "SettledAt", "Timeouts", "HandBacks", "TriedBy", "NextAttemptAt", "Limit",
    ];

    /// <summary>The shards' partition keys, in order.</summary>
    public static string Partition(int shard) => shard.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The partition that a review's row is in: one of sixteen, so that no partition takes all the writes.</summary>
    public static string Partition(ReviewName name) => TableKey.Hash(name.Value)[..1];

    public static string Row(ReviewName name) => TableKey.Of(name.Value);

    public static TableEntity From(ReviewRecord record)
    {
        var entity = new TableEntity(Partition(record.Name), Row(record.Name))
        {
            ["Name"] = record.Name.Value,
            [Status] = record.Status.ToString(),
            ["Reason"] = record.Reason,
            ["Advice"] = record.Advice,
            ["Attempts"] = record.Attempts,
            ["Timeouts"] = record.Timeouts,
            ["HandBacks"] = record.HandBacks,
            ["TriedBy"] = record.TriedBy,
            ["NextAttemptAt"] = record.NextAttemptAt,
            ["Limit"] = record.Limit,
            ["Generation"] = record.Generation,
            ["Claim"] = record.Claim,
            ["BlobETag"] = record.BlobETag,
            ["ContentHash"] = record.ContentHash,
            ["Settled"] = record.Settled?.ToString(),
            ["ReaderVersion"] = record.ReaderVersion,
            ["Reading"] = record.Reading,
            ["Title"] = record.Title,
            ["SiteName"] = record.SiteName,
            ["PublishedOn"] = record.PublishedOn?.ToString("o", CultureInfo.InvariantCulture),
            ["Url"] = record.Url,
            ["Films"] = record.Films,
            ["Notes"] = record.Notes.IsEmpty ? null : string.Join(' ', record.Notes),
            ["FirstSeenAt"] = record.FirstSeenAt,
            ["FileSeenAt"] = record.FileSeenAt,
            ["ClaimedAt"] = record.ClaimedAt,
            ["SettledAt"] = record.SettledAt,
        };
        var lists = new StoredRecordLists([.. record.Groups.Select(group => group.Value)], record.Readings);
        Payload.Put(entity, Payload.Pack(JsonSerializer.SerializeToUtf8Bytes(lists, IngestJson.Instance.StoredRecordLists)));
        return entity;
    }

    /// <summary>The record of a row; null of a row that holds none that this version of the app can read.</summary>
    public static ReviewRecord? TryTo(TableEntity entity)
    {
        try
        {
            return To(entity);
        }
        catch (Exception reason) when (reason is FormatException or ArgumentException or InvalidOperationException
            or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The record of a row.</summary>
    /// <exception cref="Exception">The row holds none; see <see cref="TryTo"/>.</exception>
    public static ReviewRecord To(TableEntity entity)
    {
        var lists = Payload.Read(entity) is { } json
            ? JsonSerializer.Deserialize(json, IngestJson.Instance.StoredRecordLists)!
            : new StoredRecordLists([], []);
        return new ReviewRecord
        {
            Name = ReviewName.Listed(entity.GetString("Name")),
            Status = Enum.Parse<ReviewStatus>(entity.GetString(Status)),
            Reason = entity.GetString("Reason"),
            Advice = entity.GetString("Advice"),
            Attempts = entity.GetInt32("Attempts") ?? 0,
            Timeouts = entity.GetInt32("Timeouts") ?? 0,
            HandBacks = entity.GetInt32("HandBacks") ?? 0,
            TriedBy = entity.GetInt32("TriedBy") ?? 0,
            NextAttemptAt = entity.GetDateTimeOffset("NextAttemptAt"),
            Limit = entity.GetInt64("Limit"),
            Generation = entity.GetInt64("Generation") ?? 0,
            Claim = entity.GetString("Claim"),
            BlobETag = entity.GetString("BlobETag"),
            ContentHash = entity.GetString("ContentHash"),
            Settled = entity.GetString("Settled") is { } settled ? Enum.Parse<ReviewStatus>(settled) : null,
            ReaderVersion = entity.GetInt32("ReaderVersion") ?? 0,
            Groups = [.. lists.Groups.Select(group => new TitleKey(group))],
            Readings = lists.Readings,
            Reading = entity.GetString("Reading"),
            Title = entity.GetString("Title"),
            SiteName = entity.GetString("SiteName"),
            PublishedOn = entity.GetString("PublishedOn") is { } day
                ? DateOnly.ParseExact(day, "o", CultureInfo.InvariantCulture)
                : null,
            Url = entity.GetString("Url"),
            Films = entity.GetInt32("Films") ?? 0,
            Notes = [.. entity.GetString("Notes")?.Split(' ') ?? []],
            FirstSeenAt = entity.GetDateTimeOffset("FirstSeenAt") ?? default,
            FileSeenAt = entity.GetDateTimeOffset("FileSeenAt") ?? entity.GetDateTimeOffset("FirstSeenAt") ?? default,
            ClaimedAt = entity.GetDateTimeOffset("ClaimedAt") ?? default,
            SettledAt = entity.GetDateTimeOffset("SettledAt"),
            Version = entity.ETag,
        };
    }
}
