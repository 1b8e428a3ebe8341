namespace Ingest.Core.Facts.Prose;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner hyphens, apostrophes and abbreviation stops.</summary>
    Word,

    /// <summary>Digits, with inner separators.</summary>
    Number,

    /// <summary>One sign, or the possessive 's.</summary>
    Mark,
}
