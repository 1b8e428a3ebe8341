using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The running time: "a running time of 127 minutes", "127-minute film", "runs two hours and seven minutes", "2h 7m".</summary>
internal sealed class RuntimeRecogniser : IRecogniser
{
    private const int Shortest = 20;
    private const int Longest = 900;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            var limit = reading.Prose.LimitOf(at);
            if (RunningTime.Read(tokens, at, limit, out var minutes, out var end) && minutes is >= Shortest and <= Longest)
            {
                if (IsRuntime(reading, at, end, limit) && reading.Focus.At(at) is { } film)
                {
                    yield return new Found(film, at, new RuntimeStatement(minutes, reading.Prose.QuoteOf(at), 0.92));
                }

                at = end - 1;
            }
        }
    }

    private static bool IsRuntime(Reading reading, int at, int end, int limit)
    {
        var tokens = reading.Prose.Tokens;
        if (end < limit && tokens[end].Lower is "film" or "movie" or "runtime" or "feature" or "running" or "drama" or "thriller" or "documentary" or "comedy" or "epic" or "picture" or "length" or "long" or "cut")
        {
            // "a ten-minute long scene" is no running time.
            return tokens[end].Lower is not ("long" or "cut") || (tokens[end].Is("long") && IsLengthOfFilm(reading, at)) || (end + 1 < limit && tokens[end + 1].Lower is "film" or "movie");
        }

        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        for (var k = at - 1; k >= first && at - k <= 7; k--)
        {
            if (tokens[k].Lower is "runtime" or "runs" or "running" or "clocks" or "clocking" or "length" or "duration" or "ran")
            {
                return tokens[k].Lower is not ("running" or "runs" or "ran") || k + 1 == at || tokens[k + 1].Lower is "time" or "for" or "at" or "just" or "a" or "about" or "nearly" or "almost" or "to" or "over" or "length" or "an" or ":";
            }

            if (tokens[k].Lower is ";" or "." or "scene" or "sequence" or "shot" or "minutes" or "into" or "first" or "last" or "final")
            {
                return false;
            }
        }

        return at > first && tokens[at - 1].Is("at") && end < limit && (tokens[end].Lower is "," or "long" or "." || (at - first == 1 && reading.Slots.References.ContainsKey(end))) && IsFigureOfFilm(tokens, first, at);
    }

    // "the film is just 127 minutes long".
    private static bool IsLengthOfFilm(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        for (var be = at - 1; be > first && at - be <= 4; be--)
        {
            if (tokens[be].Lower is "is" or "was" or "'s")
            {
                return reading.Focus.ReferenceBefore(be) is { IsPassing: false };
            }

            if (!tokens[be].IsLowerWord)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsFigureOfFilm(List<Token> tokens, int first, int at) => at - first <= 2 || tokens[at - 2].Is(",");
}
