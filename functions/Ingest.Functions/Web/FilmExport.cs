using System.Text.Json;
using Ingest.Core;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>All films at once, one profile a line.</summary>
internal sealed class FilmExport(AllFilms films, ILogger<FilmExport> logger)
{
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
        var pages = PagesAsync(request, after).GetAsyncEnumerator(request.HttpContext.RequestAborted);

        // What fails at once is answered as a failure, before anything was sent.
        var isAtPage = await pages.MoveNextAsync();
        return new LinesResult(pages, isAtPage, logger).With("Cache-Control", "no-store").With("Vary", "Accept");
    }

    private IAsyncEnumerable<IEnumerable<byte[]>> PagesAsync(HttpRequest request, string? after)
    {
        var pages = films.ReadAsync(after, request.HttpContext.RequestAborted);
        return Negotiation.PrefersLinkedData(request, LinesResult.MediaType)
            ? pages.Select(page => page.Select(json => LinkedDataOf(json, request)))
            : pages;
    }

    private static byte[] LinkedDataOf(byte[] json, HttpRequest request) =>
        LinkedData.Of(JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)!, request);
}
