using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>Fetches one page of a query.</summary>
internal delegate ValueTask<Page<T>> PageFetcher<T>(string continuation, int? pageSize, bool async, CancellationToken cancellation);

/// <summary>A query's pages, fetched as they are enumerated.</summary>
internal sealed class Pages<T>(PageFetcher<T> fetch, int? maxPerPage, CancellationToken cancellation) : Pageable<T>
{
    /// <inheritdoc/>
    public override IEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var page = fetch(next, pageSizeHint ?? maxPerPage, async: false, cancellation).Completed();
            yield return page;
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }
}

/// <summary>A query's pages, fetched as they are enumerated.</summary>
internal sealed class AsyncPages<T>(PageFetcher<T> fetch, int? maxPerPage, CancellationToken cancellation) : AsyncPageable<T>
{
    /// <inheritdoc/>
    public override IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null) =>
        Enumerate(continuationToken, pageSizeHint ?? maxPerPage);

    /// <inheritdoc/>
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in Enumerate(null, maxPerPage, cancellationToken).ConfigureAwait(false))
        {
            foreach (var value in page.Values)
            {
                yield return value;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> Enumerate(
        string continuation, int? pageSize, [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enumeration);
        var next = continuation;
        do
        {
            var page = await fetch(next, pageSize, async: true, both.Token).ConfigureAwait(false);
            yield return page;
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }
}
