using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>How the app's own records look as JSON in storage; the names and forms are those of Core's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredEvidence))]
[JsonSerializable(typeof(StoredReading))]
[JsonSerializable(typeof(StoredRecordLists))]
[JsonSerializable(typeof(StoredProjections))]
[JsonSerializable(typeof(StoredHandover))]
[JsonSerializable(typeof(ReconciliationState))]
internal sealed partial class IngestJson : JsonSerializerContext
{
    public static IngestJson Instance { get; } = new(NewOptions());

    /// <summary>The settings that all JSON of the app shares.</summary>
    public static JsonSerializerOptions NewOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter<SpanKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<BoxOfficeMeasure>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Qualifier>(JsonNamingPolicy.CamelCase),
        },
    };
}

/// <summary>What one review says about the films of one title group.</summary>
internal sealed record StoredEvidence(DateOnly? PublishedOn, ImmutableArray<FilmStatements> Films);

/// <summary>One reading of a review: its article and all its statements.</summary>
internal sealed record StoredReading(Article Article, ImmutableArray<FilmStatements> Films);

/// <summary>The lists of a review's record.</summary>
internal sealed record StoredRecordLists(ImmutableArray<string> Groups, ImmutableArray<string> Readings);

/// <summary>The rows that a group was projected to, its films' ids, and the groups that films went on to.</summary>
internal sealed record StoredProjections(
    ImmutableArray<string> Films, ImmutableDictionary<string, ProjectedState> Rows, ImmutableArray<string> Earlier);

/// <summary>A part of what one group hands over to another.</summary>
internal sealed record StoredHandover(ImmutableArray<Evidence> Evidence);

/// <summary>What a projected row holds.</summary>
/// <param name="Hash">Hash of its content; null while it is being written.</param>
/// <param name="ETag">Its version; null while unknown.</param>
internal sealed record ProjectedState(string? Hash, string? ETag);
