using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Web;

/// <summary>How the API's own records look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(FilmList))]
[JsonSerializable(typeof(ReviewList))]
[JsonSerializable(typeof(FilmReviewList))]
[JsonSerializable(typeof(ReviewView))]
[JsonSerializable(typeof(DropReceipt))]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class WebJson : JsonSerializerContext
{
    public static WebJson Instance { get; } = new(IngestJson.NewOptions());
}

/// <summary>Problem details.</summary>
/// <param name="Type">A URN that never changes its meaning.</param>
/// <param name="Title">What is wrong, the same for all of a type.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong this time.</param>
/// <param name="Suggestions">Films that may have been meant, where a film was not found.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<FilmItem>? Suggestions);

/// <summary>Films that were found.</summary>
internal sealed record FilmList(ImmutableArray<FilmItem> Films, string? Continuation);

/// <summary>One of them.</summary>
internal sealed record FilmItem(string Id, string Title, int? Year, string Matched, bool Approximate, string Url);

/// <summary>Reviews of a listing.</summary>
internal sealed record ReviewList(ImmutableArray<ReviewItem> Reviews, string? Continuation);

/// <summary>Reviews behind a film: at most those that its profile names, of all that there are.</summary>
internal sealed record FilmReviewList(string Film, int ReviewCount, ImmutableArray<ReviewItem> Reviews);

/// <summary>What a listing tells of a review.</summary>
internal sealed record ReviewItem(
    string Name,
    string Status,
    string? Reason,
    string? Advice,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    string? Title,
    string? SiteName,
    DateOnly? PublishedOn,
    string? Source,
    int Films,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? SettledAt,
    string Url)
{
    /// <summary>What was left out of it, each in one word.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>A review with its article and its statements, once it is ingested.</summary>
internal sealed record ReviewView(ReviewItem Review, Article? Article, ImmutableArray<ReviewFilm> Films);

/// <summary>What a review says of one film, and the ids of the films that it may be.</summary>
internal sealed record ReviewFilm(string Title, bool IsSubject, ImmutableArray<string> Ids, ImmutableArray<Statement> Statements);

/// <summary>A file was taken; where its status is.</summary>
internal sealed record DropReceipt(string Name, string Status, string Url);

/// <summary>How the app is.</summary>
internal sealed record HealthView(
    string Status,
    int ReaderVersion,
    ReviewNumbers Reviews,
    long? OldestUnprocessedSeconds,
    ReconciliationState? Reconciliation);

/// <summary>How many reviews there are, by status.</summary>
internal sealed record ReviewNumbers(
    int Received, int Ingested, int Rejected, int Failed, int GivenUp, int Outdated, int Unreadable, bool IsWhole);
