using System.IO.Compression;
using System.Text.Json;

namespace Ingest.OpenApiChecks;

/// <summary>An answer over HTTP, with what was asked.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Target">The request's target as it was sent: path and query.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Header names without regard to case.</param>
/// <param name="Body">The body as it was sent.</param>
internal sealed record ApiAnswer(
    string Method, string Target, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public bool IsHead => Method == "HEAD";

    /// <summary>The media type without parameters; null without one.</summary>
    public string? MediaType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim();

    /// <summary>The body, uncompressed; JSON lines as one string.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonElement Json()
    {
        using var bytes = new MemoryStream(Body);
        using var body = Headers.GetValueOrDefault("Content-Encoding") switch
        {
            null => (Stream)bytes,
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            var other => throw new NotSupportedException($"The encoding '{other}' is not known."),
        };
        if (MediaType == "application/jsonl")
        {
            using var lines = new StreamReader(body);
            return JsonSerializer.SerializeToElement(lines.ReadToEnd());
        }

        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }
}
