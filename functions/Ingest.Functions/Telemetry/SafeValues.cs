using System.Collections.Immutable;

namespace Ingest.Functions.Telemetry;

/// <summary>The named values of something that is logged.</summary>
internal static class SafeValues
{
    /// <summary>Whether all may be logged as they are. What has no named values is never known to be.</summary>
    public static bool AreSafe(object? state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return false;
        }

        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i].Value;
            if (!IsPlain(value) && !(value is string text && ReferenceEquals(LogText.Of(text), text)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All of them, made safe; none when it has none.</summary>
    public static ImmutableArray<KeyValuePair<string, object?>> Of(object? state) =>
        state is IReadOnlyList<KeyValuePair<string, object?>> values
            ? [.. values.Select(pair => KeyValuePair.Create(LogText.Of(pair.Key), Of(pair.Value, 0)))]
            : [];

    private static object? Of(object? value, int depth) => value switch
    {
        _ when IsPlain(value) => value,
        string text => LogText.Of(text),
        System.Collections.IEnumerable many when depth == 0 => many.Cast<object?>().Select(one => Of(one, 1)).ToArray(),
        _ => LogText.Of(value!.ToString() ?? ""),
    };

    // Values that cannot hold text of others.
    private static bool IsPlain(object? value) =>
        value is null or bool or char and (>= ' ' and <= '~') or Enum or TimeSpan or DateTime or DateTimeOffset or Guid
        || value is IFormattable and (int or long or short or byte or uint or ulong or double or float or decimal);
}
