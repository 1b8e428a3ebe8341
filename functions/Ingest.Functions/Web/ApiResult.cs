using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Web;

/// <summary>An answer of the API, written without any formatter.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="contentType">Media type of the body; null without one.</param>
/// <param name="body">The body.</param>
internal sealed class ApiResult(int status, string? contentType = null, ReadOnlyMemory<byte> body = default) : IActionResult
{
    public const string JsonType = "application/json; charset=utf-8";

    public int Status => status;

    public string? ContentType => contentType;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Further headers. Unless they say otherwise, nobody keeps the answer without asking again.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cache-Control"] = "no-cache",
        ["X-Content-Type-Options"] = "nosniff",
    };

    public static ApiResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public ApiResult With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (contentType is not null)
        {
            response.ContentType = contentType;
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.HttpContext.Request.Method))
            {
                await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
            }
        }
    }
}
