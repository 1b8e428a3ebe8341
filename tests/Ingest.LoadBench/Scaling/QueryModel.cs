using Ingest.Functions.Ingestion;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling;

/// <summary>Profiles that are asked for: how often storage is asked, where each instance keeps what it read for a moment.</summary>
/// <param name="PerSecond">Profiles that are asked for in a second.</param>
/// <param name="Instances">Instances that answer, each as often as another.</param>
/// <param name="StorageReads">Requests to storage for each.</param>
/// <param name="Hottest">Requests a second for the most popular film, to its one partition.</param>
internal sealed record QueryModel(double PerSecond, int Instances, double StorageReads, double Hottest)
{
    private const double Seconds = 30;

    /// <summary>Simulates half a minute.</summary>
    public static QueryModel Run(double perSecond, int instances, Zipf popularity, int seed)
    {
        var chance = new Chance(seed);
        var kept = new Dictionary<(int Instance, int Film), double>();
        var lifetime = new IngestOptions().FilmCacheFor.TotalSeconds;
        int queries = 0, reads = 0, hottest = 0;
        for (var now = chance.Exponential(1 / perSecond); now < Seconds; now += chance.Exponential(1 / perSecond))
        {
            queries++;
            var place = (Instance: (int)(chance.Uniform() * instances), Film: popularity.At(chance.Uniform()));
            if (kept.TryGetValue(place, out var until) && now < until)
            {
                continue;
            }

            kept[place] = now + lifetime;
            reads++;
            hottest += place.Film == 0 ? 1 : 0;
        }

        return new(perSecond, instances, (double)reads / queries, hottest / Seconds);
    }
}
