using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>All films at once, one profile a line.</summary>
internal sealed class FilmExport(AllFilms films, ILogger<FilmExport> logger)
{
    /// <summary>How long one answer may take; whoever wants more goes on after the last film. The Functions host would end not the
    /// request but the worker, with whatever else runs there, at <c>functionTimeout</c> (host.json).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3.5);

    /// <summary>The profiles after an id, in the order of ids, as JSON or as JSON-LD.</summary>
    public async Task<ApiResult> GetAsync(HttpRequest request)
    {
        var parameters = new Parameters(request.Query);
        var after = parameters.Text("after");
        if (parameters.Error is { } error)
        {
            return error;
        }

        // Not the function's own token: the answer is written after the function has returned.
        var limit = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        limit.CancelAfter(Longest);
        var pages = PagesAsync(request, after, limit.Token).GetAsyncEnumerator(limit.Token);

        // What fails at once is answered as a failure, before anything was sent.
        var isAtPage = await pages.MoveNextAsync();
        return new LinesResult(pages, isAtPage, limit, logger).With("Cache-Control", "no-store").With("Vary", "Accept");
    }

    private IAsyncEnumerable<IEnumerable<byte[]>> PagesAsync(HttpRequest request, string? after, CancellationToken cancellationToken)
    {
        var pages = films.ReadAsync(after, cancellationToken);
        return Negotiation.PrefersLinkedData(request, LinesResult.MediaType)
            ? pages.Select(page => page.Select(json => LinkedDataOf(json, request)))
            : pages;
    }

    private static byte[] LinkedDataOf(byte[] json, HttpRequest request) =>
        LinkedData.Of(ProfileJson.Read(json), request);
}
