using System.Diagnostics;

namespace Ingest.Functions.Telemetry;

/// <summary>The app's spans, of the source <c>Ingest</c>. Where nobody listens there are none, and nothing is done.</summary>
internal sealed class IngestTracing : IDisposable
{
    public const string SourceName = "Ingest";

    public const string SettleReview = "settle review";
    public const string ReadPage = "read page";
    public const string WriteEvidence = "write evidence";
    public const string RebuildFilms = "rebuild films";

    private readonly ActivitySource source = new(SourceName);

    /// <summary>The source itself, for listeners that want no other of its name.</summary>
    public ActivitySource Source => source;

    /// <summary>Starts a part of what the caller does.</summary>
    public Activity? Start(string name) => source.StartActivity(name);

    /// <summary>Starts something that is done at once on behalf of several: part of what the first of them does, linked to the
    /// others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="callers">On behalf of which spans.</param>
    public Activity? Start(string name, IEnumerable<ActivityContext> callers) =>
        source.HasListeners() ? StartFor(name, callers) : null;

    /// <summary>Runs a function on behalf of its trigger, as a span of the function's name.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="trigger">What called it: <c>datasource</c> or <c>timer</c>.</param>
    /// <param name="run">The function.</param>
    public async Task RunAsync(string function, string trigger, Func<Task> run)
    {
        using var span = source.StartActivity(function, trigger == "timer" ? ActivityKind.Internal : ActivityKind.Consumer);
        span?.SetTag("faas.trigger", trigger).SetTag("faas.invoked_name", function);
        try
        {
            await run();
        }
        catch (Exception reason)
        {
            span.Fail(reason);
            throw;
        }
    }

    public void Dispose() => source.Dispose();

    private Activity? StartFor(string name, IEnumerable<ActivityContext> callers)
    {
        var known = callers.Where(caller => caller != default).Distinct().ToList();

        // Of a trace that is kept, if any is.
        var parent = known.OrderByDescending(caller => caller.TraceFlags & ActivityTraceFlags.Recorded).FirstOrDefault();
        return source.StartActivity(
            name,
            ActivityKind.Internal,
            parent,
            links: known.Where(caller => caller != parent).Select(caller => new ActivityLink(caller)));
    }
}
