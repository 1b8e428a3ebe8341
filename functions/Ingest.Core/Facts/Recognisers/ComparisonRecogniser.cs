using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Films to which the film is likened.</summary>
internal sealed class ComparisonRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var match in reading.TitlePhrasings)
        {
            if (match.Pattern.Tag is not ("compared" or "evoked" or "likened" or "contrasted") || SpokenOf(reading, match.First) is not { } film)
            {
                continue;
            }

            foreach (var (start, end) in match.Slots.Where(s => s.Name is "titles").SelectMany(s => TitleList.Read(reading.Prose, reading.Titles, s.First, reading.Prose.LimitOf(s.First))))
            {
                if ((reading.Films.Known(reading.Titles.Text(start, end)) ?? Owned(reading, start, end)) is { } other && other != film)
                {
                    yield return new Found(film, start, new ComparisonStatement(other.Title, reading.Prose.QuoteOf(start), match.Pattern.Confidence));
                }
            }
        }
    }

    // "Jane Roe's Signals" names Signals.
    private static Film? Owned(Reading reading, int start, int end)
    {
        var owner = reading.Prose.Tokens.FindIndex(start, end - start, t => t.Is("'s"));
        return owner > start && owner + 1 < end ? reading.Films.Known(reading.Titles.Text(owner + 1, end)) : null;
    }

    // "Described as a combination of A and B, the X is ...": the film compared is the one spoken of, not A.
    private static Film? SpokenOf(Reading reading, int at) => reading.Focus.At(at);
}
