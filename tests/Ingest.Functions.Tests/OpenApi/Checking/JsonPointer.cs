using System.Text.Json;

namespace Ingest.OpenApiChecks;

/// <summary>Places in a document, as URI fragments (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to what is reached by these steps.</summary>
    public static string Of(params IEnumerable<string> steps) =>
        "#" + string.Concat(steps.Select(step => "/" + Uri.EscapeDataString(
            step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))));

    /// <summary>What stands at a pointer.</summary>
    /// <exception cref="KeyNotFoundException">Nothing stands there.</exception>
    public static JsonElement Find(JsonElement document, string pointer) =>
        pointer.TrimStart('#').Split('/').Skip(1)
            .Select(step => Uri.UnescapeDataString(step)
                .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate(document, (place, step) => place.GetProperty(step));
}
