using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>A person of the crew.</summary>
/// <param name="Person">Full name in its best-supported spelling.</param>
/// <param name="Aliases">Other spellings in the reviews.</param>
/// <param name="Support">Number of reviews that say it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Sources">Who says it.</param>
public sealed record Credit(
    string Person,
    ImmutableArray<string> Aliases,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
