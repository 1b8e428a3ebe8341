using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The character named before "played by".</summary>
internal static class CharacterBefore
{
    private const int LongestLink = 4;
    private const int LongestApposition = 8;
    private const int LongestName = 6;

    /// <summary>The character before a token; null where none stands there.</summary>
    public static string? Of(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > 0 && at - k <= LongestLink && tokens[k].Lower is "," or "(" or "is" or "was" or "who" or "as" or "-" or "beautifully" or "brilliantly" or "superbly" or "wonderfully" or "also" or "here" or "obviously" or "naturally" or "now" or "being" or "then" or "inevitably")
        {
            k--;
        }

        return (k < at - 1 ? NameEnding(reading, k, at) : null) ?? (BeforeApposition(reading, at) is >= 0 and var end ? NameEnding(reading, end, at) : null) ?? (BehindName(reading, k, at) is >= 0 and var close ? NameEnding(reading, close, at) : null);
    }

    // "X, the moneylender, is played by A", "X, merchant and friend of the poor, played by A": the token before the first comma.
    private static int BehindName(Reading reading, int last, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        if (last + 1 >= at || !tokens[last + 1].Is(","))
        {
            return -1;
        }

        var somebody = false;
        for (var k = last; k > first && last - k <= LongestApposition; k--)
        {
            if (tokens[k].Is(","))
            {
                return somebody && k < last ? k - 1 : -1;
            }

            if (!tokens[k].IsLowerWord && !tokens[k].Is("-"))
            {
                return -1;
            }

            somebody |= Words.PersonNouns.Contains(tokens[k].Lower) || Agents.IsAgent(tokens[k].Lower);
        }

        return -1;
    }

    /// <summary>The character that ends right before a token, or before its comma and what they are: "Anna", "Anna, the girl,".</summary>
    public static string? Ending(Reading reading, int at) =>
        NameEnding(reading, at - 1, at - 1) ?? (reading.Prose.Tokens[at - 1].Is(",") ? NameEnding(reading, at - 2, at - 1) ?? (BehindName(reading, at - 2, at) is >= 0 and var close ? NameEnding(reading, close, at - 1) : null) : null);

    private static string? NameEnding(Reading reading, int last, int at)
    {
        for (var span = reading.Names.IndexFrom(Math.Max(0, last - LongestName)); span < reading.Names.Spans.Count && reading.Names.Spans[span].First <= last; span++)
        {
            var name = reading.Names.Spans[span];
            if (name.Last == last + 1 && reading.Focus.MentionAt(name.First) is null && reading.Prose.SentenceOf[name.First] == reading.Prose.SentenceOf[at])
            {
                return reading.Prose.Slice(name.First, name.Last);
            }
        }

        return null;
    }

    // "X, a defrocked priest played by A", "X, a politician (played by A)": the token before the comma; -1 where none stands there.
    private static int BeforeApposition(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        var from = at - 1;
        from -= from > first && tokens[from].Lower is "(" or "," ? 1 : 0;
        for (var k = from; k > first && from - k <= LongestApposition && (tokens[k].IsLowerWord || tokens[k].Is("-")); k--)
        {
            if (tokens[k].Lower is "a" or "an" or "the" or "his" or "her" or "their")
            {
                return tokens[k - 1].Is(",") ? k - 2 : -1;
            }
        }

        return -1;
    }
}
