using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>The web pages and what they load.</summary>
internal sealed class PagesFunctions(PagesSite site)
{
    // The root alone: the host takes an empty route for none and gives the function's name instead, and its own home page
    // must be off (AzureWebJobsDisableHomepage).
    private const string Root = "{ignored:maxlength(0)?}";

    [Function("StartPage")]
    public async Task<IActionResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request,
        CancellationToken cancellationToken) =>
        await site.AnswerAsync(request, () => site.StartAsync(request, cancellationToken));

    [Function("FilmPage")]
    public async Task<IActionResult> Film(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "films/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await site.AnswerAsync(request, () => site.FilmAsync(request, id, cancellationToken));

    [Function("ReviewPage")]
    public async Task<IActionResult> Review(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reviews/{*name}")] HttpRequest request,
        string? name,
        CancellationToken cancellationToken) =>
        await site.AnswerAsync(request, () => site.ReviewAsync(request, name ?? "", cancellationToken));

    [Function("Asset")]
    public async Task<IActionResult> Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{file}")] HttpRequest request,
        string file) =>
        await site.AnswerAsync(request, () => site.AssetAsync(request, file));
}
