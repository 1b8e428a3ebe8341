namespace Ingest.Core.Facts.Patterns;

/// <summary>What a phrasing leaves open.</summary>
internal enum Slot
{
    /// <summary>One film title.</summary>
    Title,

    /// <summary>Titles in a row: A, B and C.</summary>
    Titles,

    /// <summary>A mention of a film, by its title, "the film" or a pronoun.</summary>
    Film,

    /// <summary>One person.</summary>
    Person,

    /// <summary>People in a row.</summary>
    People,

    /// <summary>People in a row, with characters, films or remarks after each.</summary>
    Cast,

    /// <summary>A character.</summary>
    Role,

    /// <summary>A year from 1880 on.</summary>
    Year,

    /// <summary>A number, in digits or words.</summary>
    Number,

    /// <summary>A calendar date, or several in a row with their territories.</summary>
    Date,
}
