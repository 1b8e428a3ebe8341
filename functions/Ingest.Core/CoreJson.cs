using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Core;

/// <summary>How articles, statements and profiles look as JSON: camelCase names, enums as camelCase strings, days as
/// <c>YYYY-MM-DD</c>, characters that matter to HTML escaped, all other scripts readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ImmutableArray<FilmStatements>))]
[JsonSerializable(typeof(FilmProfile))]
public sealed partial class CoreJson : JsonSerializerContext
{
    /// <summary>The one instance to use: it carries the encoder and the enum names, which the attribute cannot.</summary>
    public static CoreJson Instance { get; } = new(new JsonSerializerOptions
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
    });
}
