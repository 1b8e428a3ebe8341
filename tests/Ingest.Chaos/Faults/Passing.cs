using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Ingest.Chaos.Faults;

/// <summary>Copies requests and answers from one connection to the other, as they are.</summary>
internal static class Passing
{
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Upgrade", "TE", "Trailer", "Proxy-Connection",
    };

    /// <summary>The request to pass on.</summary>
    /// <param name="context">The request as it came.</param>
    /// <param name="body">Its body.</param>
    /// <param name="upstream">Who is to have it.</param>
    public static HttpRequestMessage RequestOf(HttpContext context, byte[] body, Uri upstream)
    {
        // As it was sent, to the letter: what is signed is not to be written in another way.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var uri = new Uri(
            $"{upstream.GetLeftPart(UriPartial.Authority)}{target}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), uri);
        if (body.Length > 0 || context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !OfOneConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    /// <summary>Answers as was answered.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="content">Its body.</param>
    /// <param name="isCut">Whether the body ends in its middle, and the connection with it.</param>
    public static async Task WriteAsync(HttpContext context, HttpResponseMessage answer, byte[] content, bool isCut)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfOneConnection.Contains(header.Key)))
        {
            response.Headers[name] = new StringValues([.. values]);
        }

        if (response.StatusCode == StatusCodes.Status204NoContent)
        {
            response.ContentLength = null;
            return;
        }

        if (content.Length > 0)
        {
            // The server closes a connection on which less was sent than was said.
            response.ContentLength = content.Length;
            await response.Body.WriteAsync(content.AsMemory(0, isCut ? content.Length / 2 : content.Length), context.RequestAborted);
        }
    }
}
