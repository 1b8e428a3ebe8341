using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Jane Roe (Signals)": the person is in the cast of the film in brackets, unless she directed this one.</summary>
internal sealed class FilmographyRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var crew = known.Select(f => f.Statement).OfType<DirectorStatement>().Select(s => s.Person)
            .Concat(known.Select(f => f.Statement).OfType<WriterStatement>().Select(s => s.Person)).ToHashSet(StringComparer.Ordinal);
        var cast = known.Select(f => f.Statement).OfType<CastStatement>().Select(s => s.Person).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, last, person) in new Filmographies(reading).Films())
        {
            var name = PersonName.Of(reading.Prose, person);
            if (reading.Films.Known(reading.Titles.Text(first, last)) is not { } film)
            {
                continue;
            }

            if (crew.Contains(name) && !cast.Contains(name))
            {
                continue;
            }

            if (cast.Contains(name))
            {
                yield return new Found(film, first, new CastStatement(name, null, reading.Prose.QuoteOf(first), 0.9));
            }
        }
    }
}
