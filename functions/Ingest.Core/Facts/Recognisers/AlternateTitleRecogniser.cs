using Ingest.Core.Facts.Patterns;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Also known as", "originally titled": other titles of the film.</summary>
internal sealed class AlternateTitleRecogniser : IRecogniser
{
    private static readonly PatternSet Phrasings = PatternSet.Load("titles.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var match in reading.Find(Phrasings))
        {
            if (match.Pattern.Tag != "alternate" || !match.TryGet("title", out var first, out var last) || reading.Focus.At(match.First) is not { } film || !BelongsToFilm(reading, match.First, film))
            {
                continue;
            }

            var title = reading.Titles.Text(first, last);
            if (title.Length > 1 && !reading.Names.At(first).Equals(default) | title.Contains(' ', StringComparison.Ordinal)
                && !string.Equals(title, film.Title, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
            }
        }
    }

    // "Jane Roe, also known as The Fox" is about a person: the film must be what stands before.
    private static bool BelongsToFilm(Reading reading, int at, Titles.Film film)
    {
        for (var k = at - 1; k >= 0 && at - k <= 6 && reading.Prose.SentenceOf[k] == reading.Prose.SentenceOf[at]; k--)
        {
            if (reading.Focus.MentionBefore(k + 1)?.Film == film || reading.Prose.Tokens[k].Lower is "film" or "movie" or "it" or "released")
            {
                return true;
            }

            if (reading.Prose.Tokens[k].IsCapital)
            {
                return false;
            }
        }

        return false;
    }
}
