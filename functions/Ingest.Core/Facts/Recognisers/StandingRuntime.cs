using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Running times that no verb or noun is said of: "97 minutes.", "(PG) 94mins", "all 143 minutes of it", "97 minutes of my life".</summary>
internal static class StandingRuntime
{
    private const int Shortest = 60;
    private const int LongestSentence = 12;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = DataFile.LabelledWords("runtimes.txt");

    /// <summary>Whether a span of time is the film's length by where it stands.</summary>
    public static bool Is(Reading reading, int at, int end, int minutes)
    {
        if (minutes < Shortest)
        {
            return false;
        }

        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[at]];
        var tokens = reading.Prose.Tokens;
        var isExact = tokens[at].Kind == TokenKind.Number;
        return IsWhole(tokens, at, end, sentence, isExact) || (isExact && IsListed(reading, at, end, sentence)) || IsSatThrough(tokens, at, end, sentence) || IsOfLife(tokens, end, sentence) || IsCutTo(tokens, at, sentence.First);
    }

    // "97 minutes.", "97 minutes, nine laughs."
    private static bool IsWhole(List<Token> tokens, int at, int end, Sentence sentence, bool isExact)
    {
        if (at != sentence.First)
        {
            return false;
        }

        var last = sentence.Last;
        while (last > end && tokens[last - 1].Kind == TokenKind.Mark)
        {
            last--;
        }

        return last <= end || (isExact && sentence.Last - at <= LongestSentence && tokens[end].Lower is "," or "-" or ":" && tokens[end - 1].Lower is not ("hours" or "hour") && !Part(tokens, end + 1, sentence.Last));
    }

    // "97 minutes later", "97 minutes, in the rain, they": a time in the story.
    private static bool Part(List<Token> tokens, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (Cues["part"].Contains(tokens[k].Lower) || tokens[k].Lower is "he" or "she" or "they" or "on" or "to" or "until" or "we")
            {
                return true;
            }
        }

        return false;
    }

    // "The Quiet Mill (PG) 94mins", "At the Regal until Thursday, 89 mins."
    private static bool IsListed(Reading reading, int at, int end, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if (tokens[end - 1].Lower is not ("min" or "mins" or "min." or "mins." or "'"))
        {
            return false;
        }

        var isLast = end >= sentence.Last || (tokens[end].Kind == TokenKind.Mark && !tokens[end].Is("'"));
        return isLast && at > 0 && tokens[at - 1].Lower is ")" or "," or "|" or "/" or ";" or "-" or "\u00b7" or "\u2022" or ".";
    }

    // "sat through all 143 minutes of it", "every one of its 143 minutes".
    private static bool IsSatThrough(List<Token> tokens, int at, int end, Sentence sentence)
    {
        var isAll = at > sentence.First && tokens[at - 1].Is("all");
        return isAll && ((end + 1 < sentence.Last && tokens[end].Is("of") && tokens[end + 1].Lower is "it" or "this") || (at - 2 >= sentence.First && tokens[at - 2].Is("through")));
    }

    // "that's 112 minutes of my life", "112 minutes I'll never get back".
    private static bool IsOfLife(List<Token> tokens, int end, Sentence sentence)
    {
        if (end + 2 < sentence.Last && tokens[end].Is("of") && tokens[end + 1].Lower is "my" or "your" or "our" && tokens[end + 2].Lower is "life" or "lives")
        {
            return true;
        }

        for (var k = end; k + 1 < sentence.Last && k - end <= 6; k++)
        {
            if (tokens[k].Is("get") && tokens[k + 1].Is("back"))
            {
                return true;
            }

            if (tokens[k].Kind == TokenKind.Mark && tokens[k].Lower is not "'")
            {
                return false;
            }
        }

        return false;
    }

    // "bringing it down to a merciful 93 minutes", "kept crisp at 118 minutes", "wraps things up in 79 minutes".
    private static bool IsCutTo(List<Token> tokens, int at, int first)
    {
        var k = at - 1;
        while (k > first && at - k <= 3 && (Cues["degree"].Contains(tokens[k].Lower) || Cues["length"].Contains(tokens[k].Lower)))
        {
            k--;
        }

        if (k - 1 <= first)
        {
            return false;
        }

        var verb = tokens[k].Lower switch { "to" => "cut", "at" => "kept", "in" => "wraps", _ => "" };
        return verb.Length > 0 && Enumerable.Range(Math.Max(first, k - 4), Math.Min(4, k - first)).Any(w => Cues[verb].Contains(tokens[w].Lower))
            && (verb != "cut" || Enumerable.Range(Math.Max(first, k - 4), Math.Min(4, k - first)).Any(w => tokens[w].Lower is "it" or "down" or "back" or "film" or "movie" or "version"))
            && (verb != "wraps" || tokens[k - 1].Lower is "up" or "things" or "everything" or "story" or "tale");
    }
}
