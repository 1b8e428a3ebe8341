using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Pages.Films;

/// <summary>One value of a film as people read it, with who says it and who says otherwise.</summary>
/// <param name="Text">The value.</param>
/// <param name="Support">Number of reviews that say it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Sources">Who says it.</param>
public sealed record Claim(string Text, int Support, double Confidence, ImmutableArray<Source> Sources)
{
    /// <summary>Where the value leads, or null.</summary>
    public string? Href { get; init; }

    /// <summary>What goes with the value: a character, a territory.</summary>
    public string? Note { get; init; }

    /// <summary>Other spellings of the value.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Other names of what goes with it.</summary>
    public ImmutableArray<string> NoteAliases { get; init; } = [];

    /// <summary>What other reviews say instead.</summary>
    public ImmutableArray<Claim> Against { get; init; } = [];
}
