namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Cores that work is done on in the order in which it comes.</summary>
/// <param name="events">The time.</param>
/// <param name="cores">How many there are.</param>
internal sealed class Processor(EventQueue events, int cores)
{
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int free = cores;

    /// <summary>Milliseconds that cores have worked.</summary>
    public double Busy { get; private set; }

    /// <summary>Works for a while, once a core is free.</summary>
    public async Task UseAsync(double milliseconds)
    {
        await EnterAsync();
        await events.Wait(milliseconds);
        Busy += milliseconds;
        Leave();
    }

    /// <summary>Takes a core once one is free, which <see cref="Leave"/> gives back.</summary>
    public Task EnterAsync()
    {
        if (free > 0)
        {
            free--;
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource();
        waiting.Enqueue(turn);
        return turn.Task;
    }

    public void Leave()
    {
        if (waiting.TryDequeue(out var next))
        {
            events.Schedule(0, next.SetResult);
        }
        else
        {
            free++;
        }
    }
}
