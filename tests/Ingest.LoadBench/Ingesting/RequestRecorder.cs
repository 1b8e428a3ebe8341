using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.LoadBench.Ingesting;

/// <summary>Writes every request that a client sends to a file, in the order of their answers; counts them.</summary>
/// <param name="log">The file.</param>
internal sealed class RequestRecorder(Stream log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly BinaryWriter writer = new(log);
    private bool isOn;
    private int count;

    /// <summary>Number of requests since it was switched on.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>From now on requests are written and counted.</summary>
    public void SwitchOn() => Volatile.Write(ref isOn, true);

    /// <summary>What is put into a client's pipeline, behind its signature.</summary>
    /// <param name="service">0 for the blob service, 1 for the table service.</param>
    public HttpPipelinePolicy PolicyOf(byte service) => new Policy(this, service);

    public void Dispose() => writer.Dispose();

    private void Add(RecordedRequest request)
    {
        lock (gate)
        {
            count++;
            request.Write(writer);
        }
    }

    private sealed class Policy(RequestRecorder recorder, byte service) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app has no synchronous requests.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!Volatile.Read(ref recorder.isOn))
            {
                await ProcessNextAsync(message, pipeline);
                return;
            }

            var request = message.Request;
            var body = new MemoryStream();
            if (request.Content is { } content)
            {
                await content.WriteToAsync(body, message.CancellationToken);
            }

            var headers = request.Headers.Select(header => (header.Name, header.Value)).ToList();
            await ProcessNextAsync(message, pipeline);
            recorder.Add(new(service, request.Method.Method, request.Uri.PathAndQuery, headers, body.ToArray(), message.HasResponse ? message.Response.Status : 0));
        }
    }
}
