using System.Collections.Concurrent;
using System.Diagnostics;
using Ingest.Core.Articles;
using Ingest.Core.Facts;

namespace Ingest.Core.Tests.Fuzzing;

/// <summary>Readings that break one promise each: what shows that breaking it is noticed.</summary>
internal static class BrokenReader
{
    private static readonly Article Sound = new() { Title = "Reeds", Text = "Reeds is a film." };
    private static int read;

    public static Func<ReadOnlyMemory<byte>, ReviewReading> Of(string how) => how switch
    {
        "throws" => _ => throw new InvalidOperationException("No."),
        "is slow" => file =>
        {
            var time = TimeSpan.FromMilliseconds(200) + TimeSpan.FromMicroseconds(6 * file.Length);
            var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            while (Stopwatch.GetElapsedTime(began) < time || Environment.CpuUsage.TotalTime - used < time)
            {
                Thread.SpinWait(1_000);
            }

            return Review(Sound);
        },
        "allocates" => file => ReviewReading.Of(new Rejection(RejectionReason.Empty, $"{new byte[(20 << 20) + (600 * file.Length)].Length}.")),
        "keeps all" => Keeping(),
        "gives controls" => _ => Review(Sound with { Title = "Re\u0007eds" }),
        "gives halves" => _ => Review(Sound with { Byline = "Mara \uD83D" }),
        "misquotes" => _ => ReviewReading.Of(Sound, [new FilmStatements("Reeds", true, [new TitleStatement("Reeds", new Quote("Reeds", 1, 6), 0.9)])]),
        "says more than is shown" => _ => Review(Sound with { Text = new string('a', 900_000) }),
        "differs" => _ => Review(Sound with { Title = $"Reeds {Interlocked.Increment(ref read)}" }),
        _ => throw new ArgumentException($"Nothing is broken by '{how}'.", nameof(how)),
    };

    private static Func<ReadOnlyMemory<byte>, ReviewReading> Keeping()
    {
        var kept = new ConcurrentBag<byte[]>();
        return _ =>
        {
            kept.Add(new byte[32 << 10]);
            return Review(Sound);
        };
    }

    private static ReviewReading Review(Article article) => ReviewReading.Of(article, []);
}
