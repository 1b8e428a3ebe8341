using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>Gives loggers that log only safe text.</summary>
/// <param name="inner">Whose sinks they log to.</param>
internal sealed class SafeLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new SafeLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
