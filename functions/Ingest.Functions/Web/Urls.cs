using Ingest.Functions.Ingestion;
using Ingest.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Functions.Web;

/// <summary>Addresses of the API's resources, relative to the host.</summary>
internal static class Urls
{
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

    /// <summary>A review, as <see cref="Links.ReviewJson"/> writes it.</summary>
    public static string OfReview(ReviewName name) => Links.ReviewJson(name.Value);

    /// <summary>The review that a request names, usable or not; null where it names none.</summary>
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
        var prefix = request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? "/api/reviews/" : "/reviews/";
        var start = path.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        var name = start < 0 ? routed : Uri.UnescapeDataString(path[(start + prefix.Length)..]);
        return name.Length > action.Length && name.EndsWith(action, StringComparison.Ordinal)
            ? ReviewName.Listed(name[..^action.Length])
            : null;
    }
}
