using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Functions.Tests.Web;

/// <summary>Requests as a host hands them to functions, and what the functions' results write.</summary>
internal static class Requests
{
    public static HttpRequest Get(string target, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        var question = target.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = "GET";
        context.Request.Path = Uri.UnescapeDataString(question < 0 ? target : target[..question]);
        context.Request.QueryString = new QueryString(question < 0 ? "" : target[question..]);
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        return context.Request;
    }

    public static HttpRequest Put(string target, byte[] body, params (string Name, string Value)[] headers)
    {
        var request = Get(target, headers);
        request.Method = "PUT";
        request.Body = new MemoryStream(body);
        return request;
    }

    public static HttpRequest Post(string target)
    {
        var request = Get(target);
        request.Method = "POST";
        return request;
    }

    public static HttpRequest Delete(string target, params (string Name, string Value)[] headers)
    {
        var request = Get(target, headers);
        request.Method = "DELETE";
        return request;
    }

    /// <summary>Writes a result to the request's own response and reads it back.</summary>
    public static async Task<Answer> AnswerAsync(this Task<IActionResult> result, HttpRequest request)
    {
        var context = request.HttpContext;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await (await result).ExecuteResultAsync(new ActionContext(context, new RouteData(), new()));
        var answer = new Answer(
            request,
            context.Response.StatusCode,
            context.Response.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        OpenApi.AnswerCheck.Check(answer);
        return answer;
    }
}

/// <summary>An answer over HTTP, with the request that it is to.</summary>
/// <param name="Request">What was asked: its method, path and headers.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Header names without regard to case.</param>
/// <param name="Bytes">The body as it was sent.</param>
internal sealed record Answer(HttpRequest Request, int Status, Dictionary<string, string> Headers, byte[] Bytes)
{
    public string Body => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The type of a problem, without what all have in common; null when it is none.</summary>
    public string? Problem => Headers.GetValueOrDefault("Content-Type") == Ingest.Functions.Web.Problem.MediaType
        ? Json.GetProperty("type").GetString()!.Replace("urn:ingest:problem:", "", StringComparison.Ordinal)
        : null;
}
