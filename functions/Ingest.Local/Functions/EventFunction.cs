using Ingest.Local.Events;

namespace Ingest.Local.Functions;

/// <summary>A function that is called for each event that Event Grid delivers to it.</summary>
internal sealed record EventFunction(string Name, bool Disabled, FunctionMethod<EventDelivery> Method)
    : LocalFunction(Name, Disabled);
