using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ingest.Chaos.Faults;

/// <summary>Stands before an HTTP service and does to requests and answers what networks and services do.</summary>
/// <remarks>
/// Signatures of storage requests stay valid: they are about the path and the headers, which are passed on as they come. So is
/// the host's name, so that addresses in answers lead through the proxy again. A request is passed on only when all of it is
/// there, and then to its end, whatever becomes of who sent it.
/// </remarks>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Uri _upstream;
    private readonly Func<HttpRequest, Fault> _choose;
    private readonly FaultCounts _counts;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        // Less than Node.js keeps a connection that nobody uses.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    });

    private FaultProxy(WebApplication server, Uri upstream, Func<HttpRequest, Fault> choose, FaultCounts counts) =>
        (_server, _upstream, _choose, _counts) = (server, upstream, choose, counts);

    /// <summary>Where it listens, with the service's path.</summary>
    public Uri Address => new(new Uri(_server.Urls.Single()), _upstream.AbsolutePath);

    /// <summary>Starts one on a free port of this machine.</summary>
    /// <param name="upstream">The service.</param>
    /// <param name="choose">What a request meets; called once for each, from any thread.</param>
    /// <param name="counts">Told of each.</param>
    public static async Task<FaultProxy> StartAsync(Uri upstream, Func<HttpRequest, Fault> choose, FaultCounts counts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var server = builder.Build();
        var proxy = new FaultProxy(server, upstream, choose, counts);
        server.Run(proxy.AnswerAsync);
        await server.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body)
        {
            return;
        }

        var fault = _choose(context.Request);
        _counts.Add(fault.Kind, FaultPlan.IsWrite(context.Request));
        switch (fault.Kind)
        {
            case FaultKind.Dropped:
                context.Abort();
                return;
            case FaultKind.ServerError:
                Refuse(context, StatusCodes.Status500InternalServerError);
                return;
            case FaultKind.Busy:
                Refuse(context, StatusCodes.Status503ServiceUnavailable);
                return;
            case FaultKind.BusyForASecond:
                Refuse(context, StatusCodes.Status503ServiceUnavailable, "1");
                return;
            case FaultKind.Throttled:
                Refuse(context, StatusCodes.Status429TooManyRequests, "1");
                return;
            case FaultKind.Swallowed:
                Pretend(context);
                return;
            case FaultKind.Delayed:
                await Task.Delay(fault.Delay);
                break;
        }

        await PassOnAsync(context, body, fault.Kind);
    }

    // Null when whoever sends it is gone.
    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.ToArray();
        }
        catch (Exception reason) when (reason is IOException or OperationCanceledException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static void Refuse(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
    }

    private static void Pretend(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.ETag = "\"0x1\"";
        context.Response.Headers.LastModified = DateTimeOffset.UtcNow.ToString("R");
    }

    private async Task PassOnAsync(HttpContext context, byte[] body, FaultKind fault)
    {
        using var request = Passing.RequestOf(context, body, _upstream);
        try
        {
            using var answer = await _client.SendAsync(request, CancellationToken.None);
            var content = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            if (fault == FaultKind.AnswerLost || (fault == FaultKind.Cut && content.Length == 0))
            {
                context.Abort();
                return;
            }

            await Passing.WriteAsync(context, answer, content, isCut: fault == FaultKind.Cut);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            Refuse(context, StatusCodes.Status502BadGateway);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
    }
}
