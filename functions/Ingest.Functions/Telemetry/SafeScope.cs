using System.Collections;
using System.Collections.Immutable;

namespace Ingest.Functions.Telemetry;

/// <summary>A scope of a log, made safe when a sink asks for it, which most never do.</summary>
internal sealed class SafeScope(object state) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly Lazy<ImmutableArray<KeyValuePair<string, object?>>> values =
        new(() => SafeValues.Of(state), LazyThreadSafetyMode.PublicationOnly);

    public int Count => values.Value.Length;

    public KeyValuePair<string, object?> this[int index] => values.Value[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.Value.AsEnumerable().GetEnumerator();

    public override string ToString() => LogText.Of(state.ToString() ?? "", LogText.LongestMessage);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
