using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Functions.Tests;

/// <summary>Stands between a worker and storage: counts its requests, and may hold or break one.</summary>
internal sealed class Gate : HttpPipelinePolicy
{
    private int count;

    /// <summary>Number of requests so far, answered or not.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Called with the number of each request before it is sent.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called with the number of each request once storage has done it, before the worker hears of it.</summary>
    public Func<int, Task> After { get; set; } = _ => Task.CompletedTask;

    public void Reset()
    {
        Volatile.Write(ref count, 0);
        Before = After = _ => Task.CompletedTask;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app has no synchronous requests.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref count);
        await Before(number);
        await ProcessNextAsync(message, pipeline);
        await After(number);
    }
}
