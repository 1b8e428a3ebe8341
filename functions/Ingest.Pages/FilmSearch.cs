namespace Ingest.Pages;

/// <summary>What somebody searches for, as they typed it.</summary>
/// <param name="Title">The beginning of a title; null or empty for any.</param>
/// <param name="Person">The beginning of a name of somebody who made the film or plays in it; null or empty for anybody.</param>
/// <param name="Year">The year; null or empty for any.</param>
public sealed record FilmSearch(string? Title = null, string? Person = null, string? Year = null)
{
    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsForAll => !HasTitle && !IsNarrowed;

    /// <summary>Whether it asks for more than a title.</summary>
    public bool IsNarrowed => HasPerson || HasYear;

    /// <summary>What is searched for, in words.</summary>
    public string Words => IsForAll
        ? "All films"
        : "Films"
            + (HasTitle ? $" like “{Title}”" : "")
            + (HasPerson ? $" by or with “{Person}”" : "")
            + (HasYear ? $" from {Year}" : "");

    private bool HasTitle => !string.IsNullOrWhiteSpace(Title);

    private bool HasPerson => !string.IsNullOrWhiteSpace(Person);

    private bool HasYear => !string.IsNullOrWhiteSpace(Year);
}
