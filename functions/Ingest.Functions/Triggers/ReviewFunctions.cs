using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>Reviews over HTTP; writing takes a function key.</summary>
internal sealed class ReviewFunctions(Api api, ReviewApi reviews, ReviewDrops drops, ReviewRetries retries)
{
    private const string Route = "api/reviews/{*name}";

    // In the order of names before GetReview, whose route takes its address too: the Functions host takes the first that fits.
    [Function("FindReviews")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => reviews.ListAsync(request, cancellationToken));

    [Function("GetReview")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => reviews.GetAsync(request, name, cancellationToken));

    [Function("PutReview")]
    public async Task<IActionResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => drops.PutAsync(request, name, cancellationToken));

    [Function("DeleteReview")]
    public async Task<IActionResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Route)] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => drops.DeleteAsync(request, name, cancellationToken));

    // POST /api/reviews/{name}/retry: a name may have slashes, so that it takes all the rest of the address.
    [Function("RetryReview")]
    public async Task<IActionResult> Retry(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => retries.RetryAsync(request, name, cancellationToken));
}
