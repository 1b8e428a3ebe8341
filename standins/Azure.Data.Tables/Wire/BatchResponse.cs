using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One answer inside the multipart body that answers a transaction.</summary>
internal sealed class BatchResponse : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private BatchResponse(int status, string reason, string clientRequestId)
    {
        Status = status;
        ReasonPhrase = reason;
        ClientRequestId = clientRequestId;
    }

    /// <inheritdoc/>
    public override int Status { get; }

    /// <inheritdoc/>
    public override string ReasonPhrase { get; }

    /// <inheritdoc/>
    public override Stream ContentStream { get; set; } = new MemoryStream();

    /// <inheritdoc/>
    public override string ClientRequestId { get; set; }

    /// <inheritdoc/>
    public override bool IsError => Status >= 400;

    /// <summary>The answers in the body, in order: one per action, or the single one of the action that failed.</summary>
    /// <remarks>Each starts at a status line; its headers end at an empty line, its body at the next boundary.</remarks>
    /// <exception cref="RequestFailedException">The body holds no answer.</exception>
    public static IReadOnlyList<Response> Read(Response response, string clientRequestId)
    {
        var answers = new List<Response>();
        using var lines = new StringReader(response.Content.ToString());
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.", StringComparison.Ordinal) && StatusLine(line) is var (status, reason))
            {
                answers.Add(ReadOne(new BatchResponse(status, reason, clientRequestId), lines));
            }
        }

        return answers.Count > 0
            ? answers
            : throw new RequestFailedException(response.Status, "The answer to the transaction holds no part.");
    }

    /// <inheritdoc/>
    public override void Dispose() => ContentStream?.Dispose();

    /// <inheritdoc/>
    protected override bool TryGetHeader(string name, out string value) => _headers.TryGetValue(name, out value);

    /// <inheritdoc/>
    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    /// <inheritdoc/>
    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    /// <inheritdoc/>
    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        _headers.Select(header => new HttpHeader(header.Key, header.Value));

    private static (int Status, string Reason)? StatusLine(string line) =>
        line.Split(' ', 3) is [_, var code, ..] parts
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                ? (status, parts.Length > 2 ? parts[2] : "")
                : null;

    private static BatchResponse ReadOne(BatchResponse answer, StringReader lines)
    {
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':');
            if (colon > 0)
            {
                answer._headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
            }
        }

        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            body.AppendLine(line);
        }

        answer.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body.ToString().Trim()));
        return answer;
    }
}
