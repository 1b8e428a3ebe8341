using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Tests.Hosted;

/// <summary>Functions with timer triggers.</summary>
internal sealed class TimerFunctions(Journal journal)
{
    [Function("Ticks")]
    public async Task Ticks([TimerTrigger("%TickSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        journal.Write($"tick begins, next {(timer.ScheduleStatus!.Next > DateTime.UtcNow ? "later" : "past")}");
        await Task.Delay(TimeSpan.FromMilliseconds(1300), cancellation);
        journal.Write("tick ends");
    }

    [Function("AtStart")]
    public void AtStart([TimerTrigger("00:10:00", RunOnStartup = true)] TimerInfo timer) => journal.Write("at start");
}
