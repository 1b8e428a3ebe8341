using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>One statement of one review about the film at hand.</summary>
/// <param name="Review">The review's name.</param>
/// <param name="Rank">Place of the statement among the review's, from 0.</param>
/// <param name="Confidence">0 to 1: how sure the reading is, times how surely the review is about this film.</param>
/// <param name="Statement">What is said.</param>
internal sealed record Saying(string Review, int Rank, decimal Confidence, Statement Statement)
{
    /// <summary>The statement's place in its review as a source.</summary>
    public Source Source => new(Review, Statement.Quote.Text, Statement.Quote.Start, Statement.Quote.End);

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

    private static decimal ConfidenceOf(Statement statement, double sureness) =>
        double.IsNaN(statement.Confidence) ? 0 : (decimal)(Math.Clamp(statement.Confidence, 0, 1) * sureness);
}
