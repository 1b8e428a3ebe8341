using System.Text;

namespace Ingest.LoadBench;

/// <summary>A request whose answers are timed.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Accept">The media type it asks for.</param>
/// <param name="IsConditional">Whether it carries the tag of what it asks for.</param>
internal sealed record MeasuredRequest(string Name, string Target, string Accept, bool IsConditional = false)
{
    /// <summary>What it carries besides the host. Like browsers, it takes compressed answers.</summary>
    public IEnumerable<(string Name, string Value)> Headers(string? etag)
    {
        yield return ("Accept", Accept);
        yield return ("Accept-Encoding", "gzip, deflate, br");
        if (etag is not null)
        {
            yield return ("If-None-Match", etag);
        }
    }

    /// <summary>All of it, as it is sent.</summary>
    public string Text(int port, string? etag)
    {
        var text = new StringBuilder($"GET {Target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
        foreach (var (name, value) in Headers(etag))
        {
            text.Append($"{name}: {value}\r\n");
        }

        return text.Append("\r\n").ToString();
    }
}
