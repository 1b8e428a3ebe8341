using Ingest.Functions.Web;
using Ingest.Functions.Web.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>The API's description over HTTP.</summary>
internal sealed class OpenApiFunctions(Api api, OpenApiApi description)
{
    [Function("GetOpenApi")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        await api.AnswerAsync(request, () => Task.FromResult(description.Get()));
}
