namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>A law of popularity: the n-th most popular of many is chosen in proportion to 1 / n^exponent.</summary>
internal sealed class Zipf
{
    private readonly double[] upTo;

    /// <param name="count">How many there are.</param>
    /// <param name="exponent">0 for all alike, 1 for the classic law.</param>
    /// <param name="hot">The share that the first one has besides, from 0 to 1.</param>
    public Zipf(int count, double exponent, double hot = 0)
    {
        upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            upTo[rank] = sum += Math.Pow(rank + 1, -exponent);
        }

        for (var rank = 0; rank < count; rank++)
        {
            upTo[rank] = hot + ((1 - hot) * upTo[rank] / sum);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => upTo.Length;

    /// <summary>The share of one, counted from 0.</summary>
    public double Share(int rank) => upTo[rank] - (rank == 0 ? 0 : upTo[rank - 1]);

    /// <summary>One of them, counted from 0.</summary>
    /// <param name="uniform">From 0 up to, not including, 1.</param>
    public int At(double uniform)
    {
        var found = Array.BinarySearch(upTo, uniform);
        return Math.Min(found < 0 ? ~found : found + 1, upTo.Length - 1);
    }
}
