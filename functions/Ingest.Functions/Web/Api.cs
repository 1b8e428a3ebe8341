using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>What all requests to the API have in common.</summary>
internal sealed class Api(ILogger<Api> logger)
{
    /// <summary>Answers a request; whatever goes wrong becomes problem details.</summary>
    public async Task<ApiResult> AnswerAsync(HttpRequest request, Func<Task<ApiResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (BadHttpRequestException reason)
        {
            return Problem.BadRequest(reason.StatusCode);
        }
        catch (Exception reason) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, reason, request.Method, request.Path);
            return reason is RequestFailedException or AggregateException ? Problem.StorageUnavailable() : Problem.Unexpected();
        }
    }
}
