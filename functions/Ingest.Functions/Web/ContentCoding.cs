using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Functions.Web;

/// <summary>How bodies are compressed on their way.</summary>
internal static class ContentCoding
{
    public const string Gzip = "gzip";
    public const string Brotli = "br";

    // Less fits into one packet as it is.
    private const int LeastBytes = 1024;

    private static readonly string[] Types =
    [
        "application/json", "application/ld+json", "application/problem+json", "image/svg+xml",
    ];

    /// <summary>Whether a body of a type and length is compressed for those who take it so.</summary>
    public static bool IsWorthwhile(string contentType, int length)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = end < 0 ? type : type[..end].TrimEnd();
        if (length < LeastBytes)
        {
            return false;
        }

        foreach (var text in Types)
        {
            if (type.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The coding that a request likes best; null for none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prefersGzip">Which of two that are liked as much.</param>
    public static string? Choose(HttpRequest request, bool prefersGzip)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var accepted))
        {
            return null;
        }

        var (gzip, brotli) = (Quality(accepted, Gzip) ?? 0, Quality(accepted, Brotli) ?? 0);
        var best = Math.Max(gzip, brotli);
        if (best == 0 || best < ExplicitQuality(accepted, "identity"))
        {
            return null;
        }

        return gzip == best && (prefersGzip || brotli < best) ? Gzip : Brotli;
    }

    /// <summary>The entity tag of what is compressed, from that of the body as it is. RFC 9110, 8.8.3.3: a strong one is of
    /// one coding.</summary>
    public static string TagOf(string etag, string coding) =>
        etag.StartsWith("W/", StringComparison.Ordinal) ? etag : $"{etag[..^1]}-{coding}\"";

    /// <summary>The compressed body.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> body, string coding)
    {
        using var encoded = new MemoryStream();
        using (var encoder = EncoderTo(encoded, coding))
        {
            encoder.Write(body);
        }

        return encoded.ToArray();
    }

    /// <summary>A stream that compresses into another, which it leaves open.</summary>
    public static Stream EncoderTo(Stream encoded, string coding) => coding == Brotli
        ? new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true)
        : new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true);

    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        ExplicitQuality(accepted, coding) ?? ExplicitQuality(accepted, "*");

    private static double? ExplicitQuality(IList<StringWithQualityHeaderValue> accepted, string coding)
    {
        foreach (var value in accepted)
        {
            if (value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            {
                return value.Quality ?? 1;
            }
        }

        return null;
    }
}
