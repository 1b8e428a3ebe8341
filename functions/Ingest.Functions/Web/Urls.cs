using Ingest.Functions.Ingestion;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Functions.Web;

/// <summary>Addresses of the API's resources, relative to the host.</summary>
internal static class Urls
{
    private const string Reviews = "/api/reviews/";

    public static string OfFilm(string id) => "/api/films/" + Uri.EscapeDataString(id);

    /// <summary>Slashes stay: a name is a path.</summary>
    public static string OfReview(ReviewName name) =>
        Reviews + string.Join('/', name.Value.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The review that a request names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="routed">The name as routing gives it.</param>
    /// <remarks>Routing leaves an escaped slash escaped, so that "a%2Fb" may be one of two names. Where the request's line is
    /// known as it was sent, it is unescaped exactly once instead.</remarks>
    public static ReviewName? ReviewOf(HttpRequest request, string routed)
    {
        var sent = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = sent.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? sent : sent[..end];
        var start = path.IndexOf(Reviews, StringComparison.OrdinalIgnoreCase);
        var name = start < 0 ? routed : Uri.UnescapeDataString(path[(start + Reviews.Length)..]);
        return ReviewName.TryParse(name, out var parsed) ? parsed : null;
    }
}
