using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Triggers a function by a schedule.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>A six-field cron expression, or a <see cref="TimeSpan"/>, or <c>%Setting%</c>.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether occurrences are kept in storage, so that one missed while stopped is made up for.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs at start-up.</summary>
    public bool RunOnStartup { get; set; }
}
