using System.Diagnostics;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Storage;
using Ingest.LoadBench.Films;

namespace Ingest.LoadBench.Scaling.Census;

/// <summary>Measures what a rebuild of a film takes of a processor for each row of evidence: to unpack it, and to merge.</summary>
internal static class RebuildCost
{
    // Reviews of one film come so far apart.
    private const int FilmsOfRound = 64;
    private const int ReviewsOfFilm = 8;
    private const int Rounds = 4;

    /// <summary>Milliseconds for each row, in the fastest of a few rounds.</summary>
    public static double Measure(int rows)
    {
        var packed = Enumerable.Range(0, ReviewsOfFilm).Select(Pack).ToList();
        return Enumerable.Range(0, Rounds).Min(_ => Time(packed, rows)) / rows;
    }

    private static byte[] Pack(int review)
    {
        var reading = ReviewReader.Read(MadePages.Of(review * FilmsOfRound), ReadingLimits.Default);
        return EvidencePack.Of(new DateOnly(2019, 3, 1), reading.Films!).Packed;
    }

    private static double Time(List<byte[]> packed, int rows)
    {
        var began = Stopwatch.GetTimestamp();
        var evidence = Enumerable.Range(0, rows).SelectMany(
            row => JsonSerializer.Deserialize(Payload.Unpack(packed[row % packed.Count]), IngestJson.Instance.StoredEvidence)!.Films,
            (row, film) => new Evidence($"{row}.html", new DateOnly(2019, 3, 1), film)).ToList();
        var merge = FilmMerge.MergeGroup(TitleKeys.Of(evidence[0].Film)[0], evidence);
        GC.KeepAlive(merge);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
