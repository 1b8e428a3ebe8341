using System.Collections;
using System.Collections.Immutable;

namespace Ingest.Functions.Telemetry;

/// <summary>A scope of a log, made safe when a sink asks for it, which most never do.</summary>
internal sealed class SafeScope(object state) : IReadOnlyList<KeyValuePair<string, object?>>
{
    // Made more than once at worst: the same each time.
    private ImmutableArray<KeyValuePair<string, object?>> Values => field.IsDefault ? field = SafeValues.Of(state) : field;

    public int Count => Values.Length;

    public KeyValuePair<string, object?> this[int index] => Values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Values.AsEnumerable().GetEnumerator();

    public override string ToString() => LogText.Of(state.ToString() ?? "", LogText.LongestMessage);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
