using Ingest.Functions.Ingestion;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Functions.Web;

/// <summary>Addresses of the API's resources, relative to the host.</summary>
internal static class Urls
{
    private const string Reviews = "/api/reviews/";

    public static string OfFilm(string id) => "/api/films/" + Uri.EscapeDataString(id);

    /// <summary>The absolute address of a path, as the client of a request would write it; the path itself where the request
    /// names no host.</summary>
    public static string Absolute(HttpRequest request, string path) => request.Host.HasValue
        ? UriHelper.BuildAbsolute(IsSecure(request) ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, request.Host) + path.TrimStart('/')
        : path;

    /// <summary>Whether the client came by HTTPS. Behind the platform's front end the app itself is asked by HTTP.</summary>
    public static bool IsSecure(HttpRequest request) => request.IsHttps
        || request.Headers["X-Forwarded-Proto"] is [{ } first, ..]
            && first.Split(',')[0].Trim().Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    /// <summary>Slashes stay: a name is a path.</summary>
    public static string OfReview(ReviewName name) =>
        Reviews + string.Join('/', name.Value.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The review that a request names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="routed">The name as routing gives it.</param>
    /// <param name="action">What follows the name in this address: nothing, or as <c>/retry</c>.</param>
    /// <remarks>Routing leaves an escaped slash escaped, so that "a%2Fb" may be one of two names. Where the request's line is
    /// known as it was sent, it is unescaped exactly once instead.</remarks>
    public static ReviewName? ReviewOf(HttpRequest request, string routed, string action = "")
    {
        var sent = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = sent.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? sent : sent[..end];
        var start = request.Path.StartsWithSegments(Reviews.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? path.IndexOf(Reviews, StringComparison.OrdinalIgnoreCase)
            : -1;
        var name = start < 0 ? routed : Uri.UnescapeDataString(path[(start + Reviews.Length)..]);
        return name.EndsWith(action, StringComparison.Ordinal) && ReviewName.TryParse(name[..^action.Length], out var parsed)
            ? parsed
            : null;
    }
}
