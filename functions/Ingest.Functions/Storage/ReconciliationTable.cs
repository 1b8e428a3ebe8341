using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>What reconciliations did, for any instance to tell: one row.</summary>
internal sealed class ReconciliationTable(IngestStorage storage, TimeProvider time)
{
    private const string Partition = "reconciliation";
    private const string Row = "last";
    private const string Content = "State";
    private const int MaxAttempts = 10;

    /// <summary>What is known of them; null before the first. One point read.</summary>
    public async Task<ReconciliationState?> FindAsync(CancellationToken cancellationToken) =>
        await RowAsync(cancellationToken) is { } row ? StateOf(row) : null;

    /// <summary>Adds a run.</summary>
    /// <exception cref="ContentionException">Others added theirs each time.</exception>
    public async Task AddAsync(ReconciliationRun run, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await RowAsync(cancellationToken);
            var before = stored is null ? null : StateOf(stored);
            if (before?.Last == run)
            {
                // Written, and the answer lost.
                return;
            }

            var after = new ReconciliationState(run, (before?.Total ?? ReconciliationTotals.Before(run)).With(run));
            var entity = new TableEntity(Partition, Row)
            {
                [Content] = JsonSerializer.Serialize(after, IngestJson.Instance.ReconciliationState),
            };
            try
            {
                await (stored is null
                    ? storage.State.AddEntityAsync(entity, cancellationToken)
                    : storage.State.UpdateEntityAsync(entity, stored.ETag, TableUpdateMode.Replace, cancellationToken));
                return;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
        }

        throw new ContentionException("The row of reconciliations changes too often to be written.");
    }

    private async Task<TableEntity?> RowAsync(CancellationToken cancellationToken)
    {
        var found = await storage.State.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static ReconciliationState? StateOf(TableEntity row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.GetString(Content), IngestJson.Instance.ReconciliationState);
        }
        catch (JsonException)
        {
            // Another version of the app wrote it; the count begins anew.
            return null;
        }
    }
}
