using Azure;
using Azure.Storage.Blobs.Models;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ingest.Functions.Web;

/// <summary>Dropping and removing reviews over HTTP: the same as doing it in the container.</summary>
internal sealed class ReviewDrops(ReviewFiles files, ReviewIngestion ingestion, IOptions<IngestOptions> options)
{
    private const string DefaultType = "text/html";

    // Some tools name no type but that of any bytes. Whether a file is a page, reading it tells.
    private static readonly string[] Types = [DefaultType, "application/xhtml+xml", "application/octet-stream"];

    /// <summary>Writes a file; the trigger ingests it.</summary>
    public async Task<ApiResult> PutAsync(HttpRequest request, string routedName, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxFileBytes;
        if (Urls.ReviewOf(request, routedName) is not { IsUsable: true } name)
        {
            return Problem.InvalidName();
        }

        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
        {
            return Problem.EncodedContent();
        }

        if (request.ContentType is { Length: > 0 } type && !IsPage(type))
        {
            return Problem.WrongMediaType(string.Join(", ", Types));
        }

        if (request.ContentLength > limit)
        {
            return Problem.TooLarge(limit);
        }

        // The app's limit counts; a server's own may be lower.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = limit + 1;
        }

        try
        {
            await using var body = new LimitedStream(request.Body, limit);
            await files.WriteAsync(name, body, request.ContentType is { Length: > 0 } sent ? sent : DefaultType, ConditionsOf(request), cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return Problem.TooLarge(limit);
        }
        catch (BadHttpRequestException reason) when (reason.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.TooLarge(limit);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return Problem.PreconditionFailed();
        }
        catch (RequestFailedException refused) when (refused.Status == StatusCodes.Status400BadRequest)
        {
            // Storage has rules for names beyond those it documents.
            return refused.ErrorCode is "InvalidUri" or "InvalidResourceName" or "OutOfRangeInput"
                ? Problem.InvalidName()
                : Problem.BadRequest(refused.Status);
        }

        var receipt = new DropReceipt(name.Value, Parameters.WordOf(ReviewStatus.Received), Urls.OfReview(name));
        return ApiResult.Json(receipt, WebJson.Instance.DropReceipt, StatusCodes.Status202Accepted)
            .With("Location", receipt.Url)
            .With("Cache-Control", "no-store");
    }

    /// <summary>Deletes a file and retracts its statements at once: no trigger notices that a file is gone.</summary>
    public async Task<ApiResult> DeleteAsync(HttpRequest request, string routedName, CancellationToken cancellationToken)
    {
        if (Urls.ReviewOf(request, routedName) is not { IsUsable: true } name)
        {
            return Problem.InvalidName();
        }

        var wasThere = await files.DeleteAsync(name, cancellationToken);
        var outcome = await ingestion.SettleAsync(name, null, cancellationToken);
        return wasThere || outcome is not (IngestOutcome.Unknown or IngestOutcome.Unchanged)
            ? new ApiResult(StatusCodes.Status204NoContent).With("Cache-Control", "no-store")
            : Problem.ReviewNotFound(name.Value);
    }

    private static bool IsPage(string contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);

    private static BlobRequestConditions ConditionsOf(HttpRequest request)
    {
        var conditions = new BlobRequestConditions();
        if (request.Headers.IfMatch.ToString() is { Length: > 0 } match)
        {
            conditions.IfMatch = new ETag(match);
        }

        if (request.Headers.IfNoneMatch.ToString() is { Length: > 0 } noneMatch)
        {
            conditions.IfNoneMatch = new ETag(noneMatch);
        }

        return conditions;
    }
}
