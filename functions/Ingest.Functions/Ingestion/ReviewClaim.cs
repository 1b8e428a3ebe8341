using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>One worker's right to write a review's record, until another worker claims the review.</summary>
internal sealed class ReviewClaim(ReviewTable reviews, ReviewRecord record)
{
    private const int MaxAttempts = 5;

    /// <summary>The record as this worker last wrote it.</summary>
    public ReviewRecord Record { get; private set; } = record;

    /// <summary>Writes the record; false when another worker has claimed the review.</summary>
    public async Task<bool> WriteAsync(ReviewRecord changed, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await reviews.WriteAsync(changed with { Version = Record.Version }, cancellationToken) is { } written)
            {
                Record = written;
                return true;
            }

            // The write may have been done and its answer lost: then the record is still this worker's.
            var stored = await reviews.FindAsync(Record.Name, cancellationToken);
            if (stored is null || stored.Claim != Record.Claim)
            {
                return false;
            }

            Record = Record with { Version = stored.Version };
        }

        return false;
    }

    /// <summary>Whether the stored record, whoever wrote it, names a reading as the one that counts.</summary>
    public async Task<bool> CountsAsync(string reading, CancellationToken cancellationToken) =>
        (await reviews.FindAsync(Record.Name, cancellationToken))?.Reading == reading;
}
