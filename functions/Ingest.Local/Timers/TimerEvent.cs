using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Timers;

/// <summary>An occurrence of a schedule.</summary>
internal sealed record TimerEvent(TimerInfo Info, CancellationToken Cancellation);
