using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity group transaction as the body of one request: a multipart batch with one change set.</summary>
internal static class BatchRequest
{
    private static readonly string[] InnerHeaders = ["Accept", "Content-Type", "DataServiceVersion", "If-Match", "Prefer"];

    /// <param name="boundary">Boundary of the batch.</param>
    /// <param name="requests">The requests, in order; their bodies are read.</param>
    public static byte[] Write(string boundary, IEnumerable<Request> requests)
    {
        using var body = new MemoryStream();
        void Line(string text = "")
        {
            body.Write(Encoding.UTF8.GetBytes(text));
            body.Write("\r\n"u8);
        }

        var changeSet = $"changeset_{Guid.NewGuid():D}";
        Line($"--{boundary}");
        Line($"Content-Type: multipart/mixed; boundary={changeSet}");
        Line();
        foreach (var request in requests)
        {
            Line($"--{changeSet}");
            Line("Content-Type: application/http");
            Line("Content-Transfer-Encoding: binary");
            Line();
            Line($"{request.Method.Method} {request.Uri.ToUri().AbsoluteUri} HTTP/1.1");
            foreach (var name in InnerHeaders)
            {
                if (request.Headers.TryGetValue(name, out var value))
                {
                    Line($"{name}: {value}");
                }
            }

            Line();
            request.Content?.WriteTo(body, CancellationToken.None);
            Line();
        }

        Line($"--{changeSet}--");
        Line($"--{boundary}--");
        return body.ToArray();
    }
}
