using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>A person of the cast.</summary>
/// <param name="Person">Full name in its best-supported spelling.</param>
/// <param name="Aliases">Other spellings in the reviews.</param>
/// <param name="Character">The character under its fullest stated name, or null.</param>
/// <param name="CharacterAliases">Other names of the character in the reviews.</param>
/// <param name="Support">Number of reviews that name the person in the cast.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Sources">Who says it.</param>
public sealed record CastMember(
    string Person,
    ImmutableArray<string> Aliases,
    string? Character,
    ImmutableArray<string> CharacterAliases,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
