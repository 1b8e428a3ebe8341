using Ingest.Local.Timers;

namespace Ingest.Local.Functions;

/// <summary>A function that is called by a schedule.</summary>
internal sealed record TimerFunction(
    string Name,
    bool Disabled,
    TimerSchedule Schedule,
    bool RunOnStartup,
    FunctionMethod<TimerEvent> Method) : LocalFunction(Name, Disabled);
