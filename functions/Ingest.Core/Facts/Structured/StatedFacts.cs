using System.Collections.Immutable;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts.Structured;

/// <summary>Joins what the page's data say with the films of the article.</summary>
internal static class StatedFacts
{
    /// <summary>
    /// The statements of the page's data about films of the article. Films that the data merely list, such as links to other
    /// reviews, are no part of it.
    /// </summary>
    public static List<Found> Read(Reading reading, ImmutableArray<StatedFilm> stated, PageData data)
    {
        var found = new List<Found>();
        foreach (var film in stated)
        {
            if (reading.Films.Known(film.Title) is { } known)
            {
                found.AddRange(film.Statements.Select(s => new Found(known, int.MaxValue, s)));
            }
        }

        var subjects = reading.Films.Films.Where(f => f.IsSubject).ToList();
        if (subjects is [var subject])
        {
            found.AddRange(CreditLineFacts.Read(data.CreditLines).Where(s => !IsItsOwnTitle(s, subject)).Select(s => new Found(subject, int.MaxValue, s)));
        }

        return found;
    }

    private static bool IsItsOwnTitle(Statement statement, Film film) =>
        statement is AlternateTitleStatement title && TitleWords.Of(title.Title).SequenceEqual(film.Words, StringComparer.Ordinal);
}
