namespace Ingest.Functions.Storage;

/// <summary>Cuts a list into parts that one transaction takes besides a row of its own: 99 rows, 2.5 MB.</summary>
internal static class TransactionBatches
{
    private const int MaxRows = 99;

    // The service takes 4 MiB with everything; bytes become a third longer on the way.
    private const int MaxBytes = 2_500_000;

    public static IEnumerable<List<T>> Of<T>(IEnumerable<T> items, Func<T, int> bytesOf)
    {
        var batch = new List<T>();
        var bytes = 0;
        foreach (var item in items)
        {
            if (batch.Count == MaxRows || (batch.Count > 0 && bytes + bytesOf(item) > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += bytesOf(item);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
