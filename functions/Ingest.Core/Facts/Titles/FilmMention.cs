namespace Ingest.Core.Facts.Titles;

/// <summary>A place where the text names a film.</summary>
/// <param name="First">First token of the title.</param>
/// <param name="Last">One past its last token.</param>
/// <param name="Film">The film.</param>
internal sealed record FilmMention(int First, int Last, Film Film)
{
    /// <summary>Whether the sentence speaks of another film and merely refers to this one ("the sequel to ...").</summary>
    public bool IsPassing { get; set; }

    /// <summary>Whether it is named by another of its titles.</summary>
    public bool IsAlias { get; init; }
}
