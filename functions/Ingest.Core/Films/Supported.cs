using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>A value with who says it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Support">Number of reviews that say it.</param>
/// <param name="Confidence">0 to 1, rounded to three decimals.</param>
/// <param name="Sources">At most <see cref="FilmProfile.MaxSources"/> of them, in a fixed order.</param>
public sealed record Supported<T>(T Value, int Support, double Confidence, ImmutableArray<Source> Sources);
