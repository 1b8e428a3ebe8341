using Ingest.Functions.Ingestion;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>What all requests to the API have in common.</summary>
internal sealed class Api(CrossOrigin crossOrigin, ILogger<Api> logger)
{
    /// <summary>Answers a request; whatever goes wrong becomes problem details.</summary>
    public async Task<ApiResult> AnswerAsync(HttpRequest request, Func<Task<ApiResult>> answer)
    {
        crossOrigin.Apply(request.HttpContext);
        try
        {
            return Tagged(request, await answer());
        }
        catch (BadHttpRequestException reason)
        {
            return Problem.BadRequest(reason.StatusCode);
        }
        catch (Exception reason) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, reason, request.Method, request.Path);
            return Failure.Of(reason) is { IsOfStorage: true } failure
                ? Problem.StorageUnavailable(failure.RetryAfter)
                : Problem.Unexpected();
        }
    }

    // A weak tag serves those who ask again and cannot be taken for the tag of a review's file, which If-Match is about.
    private static ApiResult Tagged(HttpRequest request, ApiResult answer) =>
        answer.Status == StatusCodes.Status200OK
        && !answer.Headers.ContainsKey("ETag")
        && answer.Headers["Cache-Control"] != "no-store"
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            ? answer.With("ETag", "W/" + ApiResult.TagOf(answer.Body.Span))
            : answer;
}
