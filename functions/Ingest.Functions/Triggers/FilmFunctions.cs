using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>Films over HTTP.</summary>
internal sealed class FilmFunctions(Api api, FilmApi films, FilmExport export)
{
    [Function("FindFilms")]
    public async Task<IActionResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/films")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => films.FindAsync(request, cancellationToken));

    [Function("ExportFilms")]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/films.jsonl")] HttpRequest request) =>
        await api.AnswerAsync(request, () => export.GetAsync(request));

    [Function("GetFilm")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/films/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => films.GetAsync(request, id, cancellationToken));

    [Function("GetFilmReviews")]
    public async Task<IActionResult> Reviews(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/films/{id}/reviews")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => films.ReviewsAsync(id, cancellationToken));
}
