using System.Text.Json;

namespace Ingest.Dev.Reviews;

/// <summary>What the app says of a review.</summary>
/// <param name="Status">received, ingested, rejected, failed or deleted; refused when the upload was not taken.</param>
internal sealed record ReviewState(string Status, string? Reason, string? Advice, int Films)
{
    public bool IsIngested => Status == "ingested";

    /// <summary>Whether nothing more happens with the file by itself.</summary>
    public bool IsSettled => Status is "ingested" or "rejected";

    /// <summary>Reads what <c>GET /api/reviews/{name}</c> answers.</summary>
    public static ReviewState Of(JsonElement answer)
    {
        var review = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("review", out var inner) ? inner : answer;
        return new ReviewState(
            TextOf(review, "status") ?? "unknown",
            TextOf(review, "reason"),
            TextOf(review, "advice"),
            review.TryGetProperty("films", out var films) && films.TryGetInt32(out var count) ? count : 0);
    }

    private static string? TextOf(JsonElement review, string name) =>
        review.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
