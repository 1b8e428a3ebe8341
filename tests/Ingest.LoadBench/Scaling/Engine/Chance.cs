using System.Diagnostics.CodeAnalysis;

namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Chance that goes the same way for the same seed.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It has to be repeatable, not secret.")]
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Uniform() => random.NextDouble();

    /// <summary>Times between things that come independently of each other.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>Times that are mostly near their median, and now and then much longer.</summary>
    /// <param name="median">Their median.</param>
    /// <param name="sigma">Of their logarithm: at 0.5, one in a hundred takes 3.2 times the median.</param>
    public double LogNormal(double median, double sigma) =>
        median * Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
