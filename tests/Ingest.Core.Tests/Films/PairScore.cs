
namespace Ingest.Core.Tests.Films;

/// <summary>How many of a set of labelled pairs the merge joins rightly.</summary>
internal sealed class PairScore
{
    private readonly List<string> wrong = [];
    private int joinedRightly;
    private int joined;
    private int same;

    /// <summary>Right among the pairs that were joined.</summary>
    public double Precision => (double)joinedRightly / joined;

    /// <summary>Joined among the pairs that are the same.</summary>
    public double Recall => (double)joinedRightly / same;

    public int Pairs { get; private set; }

    public void Add(bool isSame, bool isJoined, string pair)
    {
        Pairs++;
        same += isSame ? 1 : 0;
        joined += isJoined ? 1 : 0;
        joinedRightly += isSame && isJoined ? 1 : 0;
        if (isSame != isJoined)
        {
            wrong.Add($"{(isJoined ? "joined" : "not joined")}: {pair}");
        }
    }

    public string Totals => FormattableString.Invariant($"{Pairs} pairs, precision {Precision:F4}, recall {Recall:F4}");

    public override string ToString() => Totals + string.Concat(wrong.Select(pair => "\n  " + pair));
}
