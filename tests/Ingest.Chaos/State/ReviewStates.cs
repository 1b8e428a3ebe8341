using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Chaos.State;

/// <summary>What the records say of all reviews at one time, beside the files that were there then.</summary>
internal sealed class ReviewStates
{
    private readonly Dictionary<string, ReviewRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public static async Task<ReviewStates> ReadAsync(IngestStorage storage, CancellationToken cancellation)
    {
        var states = new ReviewStates();
        await foreach (var row in storage.Reviews.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var record = ReviewEntity.To(row);
            states._records[record.Name.Value] = record;
        }

        await foreach (var file in storage.ReviewFiles.GetBlobsAsync(cancellationToken: cancellation))
        {
            states._files[file.Name] = file.Properties.ETag!.Value.ToString().Trim('"');
        }

        return states;
    }

    /// <summary>Number of files.</summary>
    public int Files => _files.Count;

    /// <summary>Reviews whose record is not yet, or no longer, the last word on their file; each with what it is instead.</summary>
    public IReadOnlyList<string> Unsettled =>
    [
        .. _files
            .Where(file => !IsSettled(file.Key))
            .Select(file => $"{file.Key}: {Describe(file.Key, file.Value)}"),
        .. _records.Values
            .Where(record => !_files.ContainsKey(record.Name.Value) && record.Status != ReviewStatus.Deleted)
            .Select(record => $"{record.Name.Value}: {record.Status}, and its file is gone"),
    ];

    /// <summary>Number of reviews that were worked on between another time and this one.</summary>
    public int WorkedOnSince(ReviewStates before) => _records.Values.Count(record =>
        before._records.GetValueOrDefault(record.Name.Value)?.Generation != record.Generation);

    /// <summary>Whether a review's record is the last word on its file.</summary>
    public bool IsSettled(string name) => (_files.GetValueOrDefault(name), _records.GetValueOrDefault(name)) switch
    {
        (null, var record) => record is null or { Status: ReviewStatus.Deleted },
        (_, null) => false,
        ({ } etag, var record) => record.Status is ReviewStatus.Ingested or ReviewStatus.Rejected
            && record.BlobETag == etag
            && record.ReaderVersion == Reader.Default.Version,
    };

    /// <summary>Whether a review's record is of its present file, or of there being none, whatever became of it: a try that
    /// failed waits for its time.</summary>
    public bool IsNoticed(string name) =>
        IsSettled(name) || (_records.GetValueOrDefault(name) is { } record && record.BlobETag == _files.GetValueOrDefault(name));

    private string Describe(string name, string etag) => _records.GetValueOrDefault(name) is { } record
        ? $"{record.Status} {record.Reason}, attempt {record.Attempts}, of {(record.BlobETag == etag ? "this file" : "another file")}"
        : "no record";
}
