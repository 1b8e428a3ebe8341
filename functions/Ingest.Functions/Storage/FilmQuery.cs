namespace Ingest.Functions.Storage;

/// <summary>What films are asked for.</summary>
/// <param name="Title">The beginning of a title, or null.</param>
/// <param name="Person">The beginning of a name of somebody who made the film or plays in it, or null.</param>
/// <param name="Year">The year, or null.</param>
/// <param name="Limit">Most to give.</param>
/// <param name="Continuation">Where an earlier page ended, or null.</param>
internal sealed record FilmQuery(string? Title, string? Person, int? Year, int Limit, string? Continuation)
{
    /// <summary>Whether the first two letters are taken to be right, which saves many requests where nothing is found.</summary>
    public bool IsBeginningRight { get; init; }

    /// <summary>The title's form, or null.</summary>
    public string? TitleForm { get; } = Title is null ? null : SearchForm.OfTitle(Title);

    /// <summary>The person's form, or null.</summary>
    public string? PersonForm { get; } = Person is null ? null : SearchForm.OfPerson(Person);

    /// <summary>What is asked for, the same for queries that find the same.</summary>
    public string Key => $"{TitleForm}\n{PersonForm}\n{Year}";
}
