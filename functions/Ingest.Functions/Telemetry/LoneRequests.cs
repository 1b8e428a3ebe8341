using System.Diagnostics;
using OpenTelemetry;

namespace Ingest.Functions.Telemetry;

/// <summary>Leaves out requests that are made on behalf of nothing, such as looking for new files every second.</summary>
/// <param name="source">The source whose spans are requests.</param>
internal sealed class LoneRequests(string source) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == source && data.ParentSpanId == default)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
