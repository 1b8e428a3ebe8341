using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>Logs what it is given with every text in it made safe by <see cref="LogText"/>: the message, each named value,
/// the exception and the scopes. So no caller can forget to, and no sink sees anything else.</summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(new SafeScope(state));

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!inner.IsEnabled(logLevel))
        {
            return;
        }

        var reason = SafeException.Of(exception);
        if (SafeValues.AreSafe(state))
        {
            inner.Log(logLevel, eventId, state, reason, formatter);
        }
        else
        {
            var message = LogText.Of(formatter(state, exception), LogText.LongestMessage);
            inner.Log(logLevel, eventId, new SafeState(message, SafeValues.Of(state)), reason, (safe, _) => safe.Message);
        }
    }

    /// <summary>What is logged in place of what was given.</summary>
    private sealed class SafeState(string message, IReadOnlyList<KeyValuePair<string, object?>> values)
        : System.Collections.ObjectModel.ReadOnlyCollection<KeyValuePair<string, object?>>([.. values])
    {
        public string Message { get; } = message;

        public override string ToString() => Message;
    }
}
