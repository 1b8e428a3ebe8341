using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Ingest.Functions.Telemetry;

/// <summary>Gives exceptions of the log by the name of their own type, not as <see cref="SafeException"/>.</summary>
internal sealed class ExceptionAttributes : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is SafeException exception)
        {
            data.Attributes =
            [
                .. data.Attributes ?? [],
                new("exception.type", exception.Type),
                new("exception.message", exception.Message),
                new("exception.stacktrace", exception.ToString()),
            ];
            data.Exception = null;
        }
    }
}
