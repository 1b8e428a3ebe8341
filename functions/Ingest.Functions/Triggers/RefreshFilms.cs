using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>Every minute: brings films of very many reviews up to date.</summary>
internal sealed class RefreshFilms(LateFilms late, IngestTracing tracing)
{
    [Function("RefreshFilms")]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        tracing.RunAsync("RefreshFilms", "timer", () => late.RunAsync(cancellationToken));
}
