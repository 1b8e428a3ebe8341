using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>An answer of JSON lines, written while they are read: of any length, in the memory of a few.</summary>
/// <remarks>Where reading fails in the middle, the connection is broken off: an answer that ends as it should is whole.</remarks>
/// <param name="pages">The lines without their ends, some at a time; disposed once the answer is written.</param>
/// <param name="isAtPage">Whether they stand at a page; otherwise there is none.</param>
/// <param name="limit">Ends the answer, unfinished; disposed once it is written.</param>
/// <param name="logger">Told when reading fails.</param>
internal sealed class LinesResult(IAsyncEnumerator<IEnumerable<byte[]>> pages, bool isAtPage, CancellationTokenSource limit, ILogger logger)
    : ApiResult(StatusCodes.Status200OK, MediaType + "; charset=utf-8")
{
    /// <summary>JSON, one value a line.</summary>
    public const string MediaType = "application/jsonl";

    private static readonly byte[] LineEnd = [(byte)'\n'];

    protected override bool IsCompressible => true;

    protected override async Task WriteAsync(HttpContext context, string? coding)
    {
        using var ending = limit;
        await using var reading = pages;
        if (coding is not null)
        {
            context.Response.Headers.ContentEncoding = coding;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            var body = context.Response.Body;
            var encoder = coding is null ? null : ContentCoding.EncoderTo(body, coding);
            await WriteLinesAsync(encoder ?? body, limit.Token);

            // Only what is whole gets its end.
            if (encoder is not null)
            {
                await encoder.DisposeAsync();
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception reason) when (!context.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, reason, context.Request.Method, context.Request.Path);
            context.Abort();
        }
    }

    private async Task WriteLinesAsync(Stream lines, CancellationToken cancellationToken)
    {
        for (var isAt = isAtPage; isAt; isAt = await pages.MoveNextAsync())
        {
            foreach (var line in pages.Current)
            {
                await lines.WriteAsync(line, cancellationToken);
                await lines.WriteAsync(LineEnd, cancellationToken);
            }

            // Nobody waits for what is there already.
            await lines.FlushAsync(cancellationToken);
        }
    }
}
