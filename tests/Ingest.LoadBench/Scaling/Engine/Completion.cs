namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Something that others wait for. They go on after whoever completes it, at the same time.</summary>
internal sealed class Completion<T>(EventQueue events)
{
    private readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public void Set(T value) => events.Schedule(0, () => source.TrySetResult(value));

    public void Fail(Exception reason) => events.Schedule(0, () => source.TrySetException(reason));
}
