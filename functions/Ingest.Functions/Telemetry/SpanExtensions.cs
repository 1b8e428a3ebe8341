using System.Diagnostics;

namespace Ingest.Functions.Telemetry;

/// <summary>What spans are told.</summary>
internal static class SpanExtensions
{
    /// <summary>Adds a text from outside.</summary>
    public static Activity? Name(this Activity? span, string key, string value) => span?.SetTag(key, LogText.Of(value));

    /// <summary>Says that it failed, and why.</summary>
    public static void Fail(this Activity? span, Exception reason)
    {
        if (span is null)
        {
            return;
        }

        var safe = SafeException.Of(reason)!;
        span.SetStatus(ActivityStatusCode.Error, safe.Message);
        span.SetTag("error.type", safe.Type);
        span.AddException(reason, new TagList
        {
            { "exception.type", safe.Type },
            { "exception.message", safe.Message },
            { "exception.stacktrace", safe.ToString() },
        });
    }
}
