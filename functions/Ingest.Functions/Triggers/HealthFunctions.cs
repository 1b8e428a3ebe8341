using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>The app's health over HTTP.</summary>
internal sealed class HealthFunctions(Api api, HealthApi health)
{
    [Function("GetHealth")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await api.AnswerAsync(request, () => health.GetAsync(cancellationToken));
}
