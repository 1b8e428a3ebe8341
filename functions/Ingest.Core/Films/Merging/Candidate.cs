using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>A value that may stand in the profile, with its backing.</summary>
internal sealed record Candidate<T>(T Value, Backing Backing)
{
    /// <summary>The value as the profile shows it.</summary>
    public Supported<T> Supported(int opposing = 0) =>
        new(Value, Backing.Support, Backing.Confidence(opposing), Backing.Sources);
}

/// <summary>Gathers what is said into candidates.</summary>
internal static class Candidates
{
    /// <summary>One candidate for each key, best supported first; then the surer, the more often said, the earlier said.</summary>
    /// <param name="sayings">In the order of <see cref="Saying.Of"/>.</param>
    /// <param name="keyOf">What makes two statements one value.</param>
    /// <param name="valueOf">The value as written in a statement; of one candidate's spellings the best supported shows.</param>
    public static List<Candidate<T>> Of<TStatement, T>(
        IEnumerable<Saying> sayings,
        Func<TStatement, object> keyOf,
        Func<TStatement, T> valueOf)
        where TStatement : Statement
        where T : notnull =>
        Ordered(sayings
            .Where(said => said.Statement is TStatement)
            .GroupBy(said => keyOf((TStatement)said.Statement))
            .Select(same => new Candidate<T>(
                typeof(T) == typeof(string)
                    ? Spelling.Best(same.Select(said => (said.Review, valueOf((TStatement)said.Statement))))
                    : valueOf((TStatement)same.First().Statement),
                Backing.Of([.. same]))));

    /// <summary>Best supported first; ties by what the reviews say, never by arrival.</summary>
    public static List<Candidate<T>> Ordered<T>(IEnumerable<Candidate<T>> candidates) =>
    [
        .. candidates
            .OrderByDescending(candidate => candidate.Backing.Support)
            .ThenByDescending(candidate => candidate.Backing.Belief)
            .ThenByDescending(candidate => candidate.Backing.Times)
            .ThenBy(candidate => candidate.Backing.Rank)
            .ThenBy(candidate => FormattableString.Invariant($"{candidate.Value}"), StringComparer.Ordinal),
    ];
}
