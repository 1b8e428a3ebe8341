using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Triggers a function by an event that Event Grid delivers.</summary>
public sealed class EventGridTriggerAttribute : TriggerBindingAttribute
{
}
