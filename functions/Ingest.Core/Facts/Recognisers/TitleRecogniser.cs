namespace Ingest.Core.Facts.Recognisers;

/// <summary>Every spelling of a title, at its first place.</summary>
internal sealed class TitleRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var seen = new HashSet<(int Film, string Spelling)>();
        foreach (var mention in reading.Films.Mentions.Where(m => !m.IsAlias))
        {
            var spelling = reading.Titles.Text(mention.First, mention.Last);
            if (seen.Add((mention.Film.Id, spelling)))
            {
                var confidence = mention.Film.IsSubject ? 0.98 : 0.85;
                yield return new Found(mention.Film, mention.First, new TitleStatement(spelling, reading.Prose.QuoteOf(mention.First), confidence));
            }
        }
    }
}
