using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Ingest.Functions.Web;

/// <summary>An answer, written without any formatter: compressed where the request takes that, and as 304 where the request
/// has it already.</summary>
/// <remarks>The worker's pipeline takes no middleware, so that what middleware does elsewhere is done here.</remarks>
/// <param name="status">HTTP status.</param>
/// <param name="contentType">Media type of the body; null without one.</param>
/// <param name="body">The body.</param>
internal class ApiResult(int status, string? contentType = null, ReadOnlyMemory<byte> body = default) : IActionResult
{
    public const string JsonType = "application/json; charset=utf-8";

    // What a 304 tells: the rest stands in the answer that the client has.
    private static readonly string[] HeadersOfNotModified = ["Cache-Control", "ETag", "Vary"];

    public int Status => status;

    public string? ContentType => contentType;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The body as gzip, where that is at hand.</summary>
    public ReadOnlyMemory<byte> Gzip { get; init; }

    /// <summary>Further headers. Unless they say otherwise, nobody keeps the answer without asking again, and a browser does
    /// nothing with it but show it.</summary>
    /// <remarks>A strong ETag is that of the body as it is; compressed it gets another.</remarks>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cache-Control"] = "no-cache",
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    /// <summary>Whether the body is compressed for those who take it so.</summary>
    protected virtual bool IsCompressible => contentType is not null && ContentCoding.IsWorthwhile(contentType, body.Length);

    /// <summary>The strong entity tag of bytes.</summary>
    public static string TagOf(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";

    public static ApiResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public ApiResult With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var coding = IsCompressible ? ContentCoding.Choose(request, prefersGzip: !Gzip.IsEmpty) : null;
        if (coding is not null && Headers.TryGetValue("ETag", out var etag))
        {
            Headers["ETag"] = ContentCoding.TagOf(etag, coding);
        }

        // Whoever came before, as for CORS, may have said what else the answer depends on.
        var vary = StringValues.Concat(response.Headers.Vary, Headers.GetValueOrDefault("Vary"));
        vary = IsCompressible ? StringValues.Concat(vary, "Accept-Encoding") : vary;
        if (vary.Count > 0)
        {
            Headers["Vary"] = string.Join(", ", vary.Distinct(StringComparer.OrdinalIgnoreCase));
        }

        if (Urls.IsSecure(request))
        {
            response.Headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (status == StatusCodes.Status304NotModified || IsKnownTo(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            foreach (var name in HeadersOfNotModified)
            {
                response.Headers[name] = Headers.GetValueOrDefault(name);
            }

            return;
        }

        response.StatusCode = status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (contentType is not null)
        {
            response.ContentType = contentType;
            await WriteAsync(context.HttpContext, coding);
        }
    }

    private bool IsKnownTo(HttpRequest request) => status == StatusCodes.Status200OK
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && Headers.TryGetValue("ETag", out var etag)
        && Negotiation.Has(request, etag);

    /// <summary>Writes the body, or for HEAD what is told of it.</summary>
    /// <param name="context">Where to; status and headers are set.</param>
    /// <param name="coding">How it is to be compressed; null for not at all.</param>
    protected virtual async Task WriteAsync(HttpContext context, string? coding)
    {
        var sent = coding switch
        {
            null => body,
            ContentCoding.Gzip when !Gzip.IsEmpty => Gzip,
            _ => ContentCoding.Encode(body.Span, coding),
        };
        if (coding is not null)
        {
            context.Response.Headers.ContentEncoding = coding;
        }

        context.Response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        }
    }
}
