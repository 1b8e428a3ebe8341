using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Simulated time. What is to happen happens in the order of its time, and at one time in the order in which it was
/// asked for: the same simulation goes the same way each time. Times are milliseconds.</summary>
/// <remarks>One thread runs everything. What the parts of a simulation do are asynchronous methods that await pauses.</remarks>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Action, (double At, long Order)> events = new(new ByTime());
    private ExceptionDispatchInfo? fault;
    private long order;
    private long lastId;

    /// <summary>The time.</summary>
    public double Now { get; private set; }

    /// <summary>A number that nothing else of this simulation has.</summary>
    public long NextId() => ++lastId;

    /// <summary>Has something done after a while.</summary>
    public void Schedule(double delay, Action action) => events.Enqueue(action, (Now + Math.Max(0, delay), order++));

    /// <summary>Returns, when awaited, after a while.</summary>
    public Pause Wait(double delay) => new(this, delay);

    /// <summary>Begins something that nobody awaits. What it throws ends the simulation.</summary>
    public void Start(Func<Task> work) => Schedule(0, () => Watch(work()));

    /// <summary>Lets time pass, until something is over or nothing is left to happen.</summary>
    /// <param name="until">The time that it stops before.</param>
    /// <param name="isOver">Asked after each event.</param>
    public void Run(double until, Func<bool> isOver)
    {
        // What awaits a task goes on here too, never on another thread.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Context(this));
        try
        {
            while (events.TryPeek(out _, out var next) && next.At <= until && !isOver())
            {
                var action = events.Dequeue();
                Now = next.At;
                action();
                fault?.Throw();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Watch(Task work) => work.GetAwaiter().OnCompleted(() =>
    {
        if (work.Exception?.InnerException is { } reason)
        {
            fault = ExceptionDispatchInfo.Capture(reason);
        }
    });

    /// <summary>Time to wait for.</summary>
    public readonly struct Pause(EventQueue events, double delay) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Pause GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => events.Schedule(delay, continuation);

        public void UnsafeOnCompleted(Action continuation) => events.Schedule(delay, continuation);
    }

    private sealed class Context(EventQueue events) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => events.Schedule(0, () => d(state));
    }

    private sealed class ByTime : IComparer<(double At, long Order)>
    {
        public int Compare((double At, long Order) x, (double At, long Order) y) =>
            x.At < y.At ? -1 : x.At > y.At ? 1 : x.Order.CompareTo(y.Order);
    }
}
