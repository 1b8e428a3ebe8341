using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Ingest.Functions.Web;

/// <summary>What a request accepts, and what it has already.</summary>
internal static class Negotiation
{
    /// <summary>Whether JSON-LD is asked for by name and the usual form is not preferred to it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="usual">The media type of the usual form.</param>
    public static bool PrefersLinkedData(HttpRequest request, string usual = "application/json")
    {
        if (request.Headers.Accept.Count == 0)
        {
            return false;
        }

        var accepted = new RequestHeaders(request.Headers).Accept;
        var linkedData = Quality(accepted, LinkedData.MediaType) ?? 0;
        var json = Quality(accepted, usual) ?? Quality(accepted, "application/*") ?? Quality(accepted, "*/*") ?? 0;
        return linkedData > 0 && linkedData >= json;
    }

    /// <summary>Whether If-None-Match names this entity tag.</summary>
    public static bool Has(HttpRequest request, string etag)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0 || (header.Count == 1 && header[0] == etag))
        {
            return header.Count == 1;
        }

        var own = EntityTagHeaderValue.Parse(etag);
        return EntityTagHeaderValue.TryParseList(header, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: false));
    }

    private static double? Quality(IList<MediaTypeHeaderValue> accepted, string mediaType) => accepted
        .Where(type => type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        .Max(type => (double?)(type.Quality ?? 1));
}
