using System.Collections.Frozen;
using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The running time: "a running time of 127 minutes", "127-minute film", "a brisk 94 minutes", "the film's 141 minutes".</summary>
internal sealed class RuntimeRecogniser : IRecogniser
{
    private const int Shortest = 20;
    private const int ShortestFeature = 45;
    private const int Longest = 900;

    // "Two hours" is any film's length.
    private const int ShortestInHours = 180;
    private const int LongestInHours = 600;
    private const double Sure = 0.92;
    private const double Likely = 0.88;
    private const double Rough = 0.8;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = DataFile.LabelledWords("runtimes.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            var limit = reading.Prose.LimitOf(at);
            if (RunningTime.Read(tokens, at, limit, out var minutes, out var end) && minutes is >= Shortest and <= Longest)
            {
                if (Confidence(reading, at, end, limit, minutes) is > 0 and var confidence && FilmOf(reading, at, end) is { } film)
                {
                    yield return new Found(film, at, new RuntimeStatement(minutes, reading.Prose.QuoteOf(at), IsRough(tokens, at) ? Math.Min(Rough, confidence) : confidence));
                }

                at = end - 1;
            }
            else if (RunningTime.ReadClock(tokens, at, limit, out minutes, out end) && minutes >= Shortest && IsLabelled(tokens, at, reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First) && reading.Focus.At(at) is { } clocked)
            {
                yield return new Found(clocked, at, new RuntimeStatement(minutes, reading.Prose.QuoteOf(at), Sure));
                at = end - 1;
            }
            else if (RunningTime.ReadHours(tokens, at, limit, out minutes, out end) && minutes is >= ShortestInHours and <= LongestInHours && !IsRough(tokens, at)
                && (Confidence(reading, at, end, limit, minutes) > 0 || IsOfFilm(reading, end)) && reading.Focus.At(at) is { } spoken)
            {
                yield return new Found(spoken, at, new RuntimeStatement(minutes, reading.Prose.QuoteOf(at), Rough));
                at = end - 1;
            }
        }
    }

    // "At 181 minutes The Quiet Mill ...": the film that stands next to it, else the one spoken of.
    private static Film? FilmOf(Reading reading, int at, int end)
    {
        var next = end + (end < reading.Prose.Tokens.Count && reading.Prose.Tokens[end].Is(",") ? 1 : 0);
        return reading.Focus.MentionAt(next) is { } mention && !mention.Film.IsSubject && reading.Prose.LimitOf(at) > next ? mention.Film : reading.Focus.At(at);
    }

    // "Running time: 1:46".
    private static bool IsLabelled(List<Token> tokens, int at, int first)
    {
        var k = at - 1;
        k -= k > first && tokens[k].Lower is ":" or "is" or "of" or "-" ? 1 : 0;
        return k >= first && (tokens[k].Lower is "runtime" or "run-time" or "duration" || (tokens[k].Lower is "time" or "length" && k > first && tokens[k - 1].Lower is "running" or "run"));
    }

    // "the three hour long X".
    private static bool IsOfFilm(Reading reading, int end)
    {
        var at = end + (end < reading.Prose.Tokens.Count && reading.Prose.Tokens[end].Is("long") ? 1 : 0);
        at += at < reading.Prose.Tokens.Count && reading.Prose.Tokens[at].Lower is "\"" or "'" ? 1 : 0;
        return reading.Prose.Tokens[end - 1].Lower.Contains("hour", StringComparison.Ordinal) && !reading.Prose.Tokens[end - 1].Lower.EndsWith('s') && reading.Focus.MentionAt(at) is not null;
    }

    private static bool IsRough(List<Token> tokens, int at) => at > 0 && (tokens[at - 1].Lower is "pushing" or "nudging" or "topping" || Cues["rough"].Contains(tokens[at - 1].Lower) || (at > 1 && tokens[at - 1].Lower is "of" or "to" or "than" && tokens[at - 2].Lower is "shy" or "close" or "short" or "north" or "south" or "more" or "less"));

    private static double Confidence(Reading reading, int at, int end, int limit, int minutes)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        if (IsOfSomethingElse(tokens, at, end, first, limit))
        {
            return 0;
        }

        if (end < limit && tokens[end].Lower is "long" or "cut")
        {
            // "a ten-minute long scene" is no running time.
            return (tokens[end].Is("long") && IsLengthOfFilm(reading, at)) || (end + 1 < limit && tokens[end + 1].Lower is "film" or "movie") || IsAtFront(reading, at, end, first, limit) ? Sure : 0;
        }

        // "this 130-minute one".
        if (at > first && tokens[at - 1].Is("this") && end < limit && tokens[end].Is("one"))
        {
            return Likely;
        }

        if (NounAfter(tokens, end, limit) && (minutes >= ShortestFeature || tokens[end].Lower is "film" or "runtime" or "running" or "run-time" or "duration" or "movie"))
        {
            return Sure;
        }

        if (IsAfterCue(tokens, at, first))
        {
            return Sure;
        }

        if (minutes < ShortestFeature || (end < limit && Cues["part"].Contains(tokens[end].Lower)))
        {
            return 0;
        }

        if (end + 2 < limit && tokens[end].Is("to") && tokens[end + 1].Is("be") && tokens[end + 2].Lower is "exact" or "precise")
        {
            return Likely;
        }

        return IsAtFront(reading, at, end, first, limit) ? Sure : IsOwn(reading, at, end, first, limit) || IsPraised(tokens, at, end, first, limit) || IsOver(reading, at, first) || StandingRuntime.Is(reading, at, end, minutes) ? Likely : 0;
    }

    // "a 94-minute love story", "a 94-minute Ruritanian drama": the noun stands within a few words.
    private static bool NounAfter(List<Token> tokens, int end, int limit)
    {
        var isHyphenated = end > 0 && (tokens[end - 1].Lower is "minute" or "hour" or "min" || tokens[end - 1].Lower.EndsWith("-minute", StringComparison.Ordinal) || tokens[end - 1].Lower.EndsWith("-hour", StringComparison.Ordinal) || tokens[end - 1].Lower.EndsWith("-long", StringComparison.Ordinal));
        for (var k = end; k < limit && k - end <= (isHyphenated ? 4 : 0); k++)
        {
            if (Cues["noun"].Contains(tokens[k].Lower))
            {
                return true;
            }

            if (tokens[k].Kind != TokenKind.Word || Words.Blockers.Contains(tokens[k].Lower) || Cues["not"].Contains(tokens[k].Lower))
            {
                return false;
            }
        }

        return false;
    }

    // "Each episode runs 50 minutes", "the disc has a 50-minute documentary".
    private static bool IsOfSomethingElse(List<Token> tokens, int at, int end, int first, int limit)
    {
        for (var k = at - 1; k >= first && at - k <= 10; k--)
        {
            if (tokens[k].Lower is ";" or "." || (tokens[k].Lower is "," && at - k > 1))
            {
                break;
            }

            if (Cues["not"].Contains(tokens[k].Lower) && !(tokens[k].Is("short") && at - k <= 2))
            {
                return true;
            }
        }

        for (var k = end; k < limit && k - end <= 5; k++)
        {
            if (tokens[k].Kind == TokenKind.Mark)
            {
                break;
            }

            if (tokens[k].Lower is "inside" or "hiding" or "buried" or "struggling" or "lurking" or "trapped" or "somewhere" or "featurette" or "interview" or "making-of" or "episode" or "short" or "scene" or "sequence" or "prologue" or "making")
            {
                return true;
            }
        }

        return false;
    }

    // "clocks in at just 94 minutes", "a running time of 94 minutes".
    private static bool IsAfterCue(List<Token> tokens, int at, int first)
    {
        for (var k = at - 1; k >= first && at - k <= 7; k--)
        {
            if (tokens[k].Kind == TokenKind.Number || tokens[k].Lower is "he" or "she" or "they" or "miles" or "kilometres" or "kilometers")
            {
                return false;
            }

            if ((k == at - 1 && tokens[k].Lower is "pushing" or "nudging" or "topping" && k + 1 > first) || (tokens[k].Is("time") && k > first && tokens[k - 1].Is("run") && at - k <= 3))
            {
                return true;
            }

            if (Cues["cue"].Contains(tokens[k].Lower))
            {
                // "the length of the pier".
                if (tokens[k].Lower is "length" or "duration" && k + 2 < at && tokens[k + 1].Is("of") && !(Cues["degree"].Contains(tokens[k + 2].Lower) && tokens[k + 2].Lower is not ("the" or "its")))
                {
                    return false;
                }

                if (k > first && tokens[k - 1].Lower is "he" or "she" or "they" or "who" or "i" or "we")
                {
                    return false;
                }

                return tokens[k].Lower is not ("running" or "runs" or "ran" or "lasts" or "lasted" or "lasting") || k + 1 == at || (Cues["degree"].Contains(tokens[k + 1].Lower) && tokens[k + 1].Lower is not ("the" or "its" or "all")) || tokens[k + 1].Lower is "time" or "for" or "at" or "to" or "length" or ":";
            }

            if (tokens[k].Lower is ";" or "." or "minutes")
            {
                return false;
            }
        }

        return false;
    }

    // "At 94 minutes, it", "Even at a mere 71 minutes the film", ", at 94 minutes, ".
    private static bool IsAtFront(Reading reading, int at, int end, int first, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > first && at - k <= 4 && (Cues["degree"].Contains(tokens[k].Lower) || Cues["length"].Contains(tokens[k].Lower)))
        {
            k--;
        }

        if (k < first || !tokens[k].Is("at"))
        {
            return false;
        }

        var isFront = k == first || (k == first + 1 && tokens[first].Lower is "even" or "and" or "but" or "yet") || tokens[k - 1].Lower is "," or "-" or "(" or "in";
        var next = end + (end < limit && tokens[end].Is("long") ? 1 : 0);
        next += next < limit && tokens[next].Is(",") ? 1 : 0;
        return isFront && (next >= limit || next > end || tokens[next].Kind == TokenKind.Mark || reading.Slots.References.ContainsKey(next) || tokens[next].Lower is "it" or "this" or "and" or "the");
    }

    // "the film's 141 minutes", "its 141 minutes".
    private static bool IsOwn(Reading reading, int at, int end, int first, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > first && at - k <= 4 && (Cues["length"].Contains(tokens[k].Lower) || tokens[k].Lower is "entire" or "full" or "," or "and" or "-" or "allotted"))
        {
            k--;
        }

        return k >= first && ((tokens[k].Is("its") && (end >= limit || !tokens[end].Is("of")))
            || (k > first && tokens[k].Is("'s") && reading.Focus.ReferenceBefore(k) is { IsPassing: false }));
    }

    // "a brisk 94 minutes", "94 brisk minutes".
    private static bool IsPraised(List<Token> tokens, int at, int end, int first, int limit)
    {
        if (tokens[end - 1].Is("minutes") && end - at > 2 && Cues["length"].Contains(tokens[end - 2].Lower))
        {
            return at == first || tokens[at - 1].Lower is not ("after" or "of" or "last" or "first" or "final" or "opening" or "next" or "another");
        }

        var k = at - 1;
        var praised = false;
        while (k > first && at - k <= 5 && (Cues["length"].Contains(tokens[k].Lower) || tokens[k].Lower is "," or "and" or "but" or "very" or "-"))
        {
            praised |= Cues["length"].Contains(tokens[k].Lower);
            k--;
        }

        return praised && k >= first && tokens[k].Lower is "a" or "an" or "the" or "that" or "this" && (end >= limit || tokens[end].Kind == TokenKind.Mark || tokens[end].IsLowerWord) && !(end < limit && tokens[end].Lower is "to");
    }

    // "it is all over in 94 minutes", "comes in at 94 minutes", "wraps up in 94 minutes".
    private static bool IsOver(Reading reading, int at, int first)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > first && at - k <= 3 && Cues["degree"].Contains(tokens[k].Lower))
        {
            k--;
        }

        return k - 1 > first && tokens[k].Lower is "in" or "at" && ((tokens[k].Is("in") && tokens[k - 1].Lower is "over" or "done" or "up" or "told" or "finished")
            || (tokens[k].Is("at") && tokens[k - 1].Is("in") && tokens[k - 2].Lower is "comes" or "coming" or "came" or "weighs" or "weighing" or "weighed"))
            && reading.Focus.DefaultAt(at) is not null;
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
}
