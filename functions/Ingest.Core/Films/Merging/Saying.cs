using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>One statement of one review about the film at hand.</summary>
/// <remarks>Equal by reference: two statements in the same words are still two.</remarks>
internal sealed class Saying(string review, int rank, decimal confidence, Statement statement)
{
    /// <summary>The review's name.</summary>
    public string Review { get; } = review;

    /// <summary>Place of the statement among the review's, from 0.</summary>
    public int Rank { get; } = rank;

    /// <summary>0 to 1: how sure the reading is, times how surely the review is about this film.</summary>
    public decimal Confidence { get; } = confidence;

    /// <summary>What is said.</summary>
    public Statement Statement { get; } = statement;

    /// <summary>The statement's place in its review as a source.</summary>
    public Source Source => SourceOf(Review, Statement.Quote);

    /// <summary>All that is said of a film, in the order in which sources are named: reviews about the film first, then by
    /// name of the review, then by place in its text.</summary>
    public static List<Saying> Of(FilmCluster film)
    {
        var sayings = new List<Saying>();
        foreach (var review in film.Placed
            .GroupBy(placed => placed.Evidence.Review, StringComparer.Ordinal)
            .OrderByDescending(review => review.Any(placed => placed.Evidence.Film.IsSubject))
            .ThenBy(review => review.Key, StringComparer.Ordinal))
        {
            sayings.AddRange(review
                .SelectMany(placed => placed.Evidence.Film.Statements, (placed, statement) => (placed.Sureness, statement))
                .Select((one, rank) => new Saying(review.Key, rank, ConfidenceOf(one.statement, one.Sureness), one.statement))
                .OrderBy(said => said.Statement.Quote.Start ?? int.MaxValue));
        }

        return sayings;
    }

    // A page without full stops is one sentence. Never cut inside a character.
    private static Source SourceOf(string review, Quote quote)
    {
        if (quote.Text.Length <= FilmProfile.MaxQuoteLength)
        {
            return new(review, quote.Text, quote.Start, quote.End);
        }

        var kept = FilmProfile.MaxQuoteLength - (char.IsHighSurrogate(quote.Text[FilmProfile.MaxQuoteLength - 1]) ? 1 : 0);
        return new(review, quote.Text[..kept], quote.Start, quote.Start + kept);
    }

    private static decimal ConfidenceOf(Statement statement, double sureness) =>
        double.IsNaN(statement.Confidence) ? 0 : (decimal)(Math.Clamp(statement.Confidence, 0, 1) * sureness);
}
