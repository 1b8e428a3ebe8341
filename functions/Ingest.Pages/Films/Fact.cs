using System.Collections.Immutable;

namespace Ingest.Pages.Films;

/// <summary>A named line of a film's facts, with at least one value.</summary>
public sealed record Fact(string Label, ImmutableArray<Claim> Claims);
