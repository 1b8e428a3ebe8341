namespace Ingest.Core.Facts.Titles;

/// <summary>What the search for films has found: the films, and the places that say something of how they are named.</summary>
internal sealed class FilmFindings
{
    /// <summary>A film of this weight may be what the article is about.</summary>
    public const double SubjectWeight = 3;

    /// <summary>The films.</summary>
    public FilmIndex Films { get; } = new();

    /// <summary>Places that name a film other than the one spoken of.</summary>
    public HashSet<(int First, int Last)> Passing { get; } = [];

    /// <summary>Places that name a film as such.</summary>
    public HashSet<(int First, int Last)> Named { get; } = [];

    /// <summary>Adds what speaks for a film, which is made when it is new; null for a title without words.</summary>
    /// <param name="title">The title as written.</param>
    /// <param name="token">Where it stands; the highest number for the headline and the page's data.</param>
    /// <param name="weight">How much this speaks for the article being about it.</param>
    /// <param name="isCertain">Whether it is a film for sure.</param>
    public Film? Add(string title, int token, double weight, bool isCertain = true)
    {
        var film = Films.Of(title);
        if (film is null)
        {
            return null;
        }

        film.AddSpelling(title, token);
        film.Weight += weight;
        film.IsCertain |= isCertain;
        return film;
    }

    /// <summary>Whether a title is that of a film the article may be about.</summary>
    public bool IsSubject(string title) => Films.Known(title) is { Weight: >= SubjectWeight };
}
