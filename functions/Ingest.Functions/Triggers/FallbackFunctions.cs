using Ingest.Functions.Web;
using Ingest.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>What no other function answers.</summary>
/// <remarks>The Functions host takes the first function by name whose route and method fit: this one's name must come last of
/// all.</remarks>
internal sealed class FallbackFunctions(Api api, PagesSite site, FallbackApi fallback)
{
    [Function("Preflight")]
    public async Task<IActionResult> Preflight(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request) =>
        await api.AnswerAsync(request, () => Task.FromResult(fallback.Options(request)));

    [Function("UnknownAddress")]
    public async Task<IActionResult> Unknown(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        fallback.IsForPage(request)
            ? await site.AnswerAsync(request, () => site.NotFoundAsync(new NotFoundView("page", "")))
            : await api.AnswerAsync(request, () => Task.FromResult(fallback.Refuse(request)));
}
