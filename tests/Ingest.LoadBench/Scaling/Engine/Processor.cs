namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Cores that work is done on in the order in which it comes.</summary>
/// <param name="events">The time.</param>
/// <param name="cores">How many there are.</param>
/// <param name="slice">How long one is worked on before it is the next one's turn, in milliseconds.</param>
internal sealed class Processor(EventQueue events, int cores, double slice = double.PositiveInfinity)
{
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int free = cores;

    /// <summary>Milliseconds that cores have worked.</summary>
    public double Busy { get; private set; }

    /// <summary>Works for a while, once a core is free.</summary>
    public async Task UseAsync(double milliseconds)
    {
        for (var left = milliseconds; left > 0; left -= slice)
        {
            await EnterAsync();
            await events.Wait(Math.Min(left, slice));
            Leave();
        }

        Busy += milliseconds;
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
