namespace Ingest.Local.Events;

/// <summary>An event that a function is called for.</summary>
/// <param name="Json">The event as it came.</param>
internal sealed record EventDelivery(string Json, CancellationToken Cancellation);
