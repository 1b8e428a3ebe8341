using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Standins.Tests;

/// <summary>Answers the first requests from a script; what comes after them goes to the real service.</summary>
internal sealed class ScriptedTransport(params ScriptedTransport.Answer[] script) : HttpPipelineTransport
{
    private readonly HttpClientTransport _real = HttpClientTransport.Shared;
    private int _requests;

    /// <summary>Number of tries that arrived here.</summary>
    public int Requests => _requests;

    /// <summary>Headers of the latest try.</summary>
    public IReadOnlyDictionary<string, string> LastHeaders { get; private set; } = new Dictionary<string, string>();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message)
    {
        if (!Play(message))
        {
            _real.Process(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!Play(message))
        {
            await _real.ProcessAsync(message);
        }
    }

    private bool Play(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _requests) - 1;
        LastHeaders = message.Request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (number < script.Length)
        {
            message.Response = new ScriptedResponse(script[number]);
        }

        return number < script.Length;
    }

    /// <param name="Status">HTTP status.</param>
    /// <param name="Body">Body, as JSON.</param>
    /// <param name="RetryAfter">Value of Retry-After, in seconds.</param>
    internal sealed record Answer(int Status, string Body = "", string? RetryAfter = null);

    private sealed class ScriptedResponse(Answer answer) : Response
    {
        public override int Status => answer.Status;

        public override string ReasonPhrase => "Scripted";

        public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(answer.Body));

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
            answer.RetryAfter is { } seconds ? [new HttpHeader("Retry-After", seconds)] : [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) ? answer.RetryAfter : null;
            return value is not null;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
