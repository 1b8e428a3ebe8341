using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Events;

/// <summary>What Event Grid posts: an event, or an array of events.</summary>
internal static class EventPost
{
    /// <summary>The body.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        return document.RootElement.Clone();
    }

    /// <summary>The text of each event.</summary>
    /// <exception cref="JsonException">It is neither an event nor an array.</exception>
    public static IEnumerable<string> Events(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Array => [.. body.EnumerateArray().Select(happening => happening.GetRawText())],
        JsonValueKind.Object => [body.GetRawText()],
        _ => throw new JsonException(),
    };

    /// <summary>What a new subscription wants to hear in answer.</summary>
    /// <exception cref="JsonException">It does not say.</exception>
    public static string ValidationCode(JsonElement body) =>
        (body.ValueKind == JsonValueKind.Array ? body.EnumerateArray().FirstOrDefault() : body) is { ValueKind: JsonValueKind.Object } asked
        && asked.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("validationCode", out var code)
        && code.ValueKind == JsonValueKind.String
            ? code.GetString()!
            : throw new JsonException();
}
