using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>The film's id elsewhere.</summary>
public sealed record ExternalId(
    string Source,
    string Id,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
