using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Jane Roe (Signals)": the person is in the cast of the film in brackets, unless she directed this one.</summary>
internal sealed class FilmographyRecogniser : IRecogniser
{
    // "director Jane Roe (Signals)" made it.
    private static bool IsMaker(Reading reading, NameSpan person) =>
        person.First > 0 && reading.Prose.Tokens[person.First - 1].Lower is var word && Words.IsOccupation(word)
        && word is not ("actor" or "actress" or "star" or "stars" or "actors" or "actresses" or "lead" or "leads" or "newcomer" or "newcomers" or "veteran" or "veterans" or "comedian" or "performer" or "singer" or "thespian");

    private static bool IsDirector(Reading reading, NameSpan person) =>
        person.First > 0 && reading.Prose.Tokens[person.First - 1].Lower is "director" or "filmmaker" or "film-maker" or "writer-director" or "directors" or "filmmakers" or "helmer" or "auteur";

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var crew = known.Select(f => f.Statement).OfType<DirectorStatement>().Select(s => s.Person)
            .Concat(known.Select(f => f.Statement).OfType<WriterStatement>().Select(s => s.Person)).ToHashSet(StringComparer.Ordinal);
        var cast = known.Select(f => f.Statement).OfType<CastStatement>().Select(s => s.Person).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, last, person) in new Filmographies(reading).Films())
        {
            var name = PersonName.Of(reading.Prose, person);
            if (reading.Films.Known(reading.Titles.Text(first, last)) is not { } film || reading.Focus.MentionEndsAt(person.Last))
            {
                continue;
            }

            if (film.IsSubject && reading.Focus.MentionAt(person.First) is { Film.IsSubject: true })
            {
                continue; // "The Quiet Mill (Mlyn tichy)".
            }

            if (IsDirector(reading, person))
            {
                yield return new Found(film, first, new DirectorStatement(name, reading.Prose.QuoteOf(first), 0.88));
            }
            else if (!IsMaker(reading, person) && (cast.Contains(name) || !crew.Contains(name)))
            {
                yield return new Found(film, first, new CastStatement(name, null, reading.Prose.QuoteOf(first), cast.Contains(name) ? 0.92 : 0.8));
            }
        }
    }
}
