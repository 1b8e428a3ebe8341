using Ingest.Core.Facts.People;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The character named before "played by".</summary>
internal static class CharacterBefore
{
    /// <summary>The character before a token; null where none stands there.</summary>
    public static string? Of(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > 0 && at - k <= 4 && tokens[k].Lower is "," or "(" or "is" or "was" or "who" or "as" or "-" or "beautifully" or "brilliantly" or "superbly" or "wonderfully" or "also" or "here")
        {
            k--;
        }

        if (k == at - 1)
        {
            k = BeforeApposition(reading, at);
            if (k < 0)
            {
                return null;
            }
        }

        for (var span = reading.Names.IndexFrom(Math.Max(0, k - 6)); span < reading.Names.Spans.Count && reading.Names.Spans[span].First <= k; span++)
        {
            var name = reading.Names.Spans[span];
            if (name.Last == k + 1 && reading.Focus.MentionAt(name.First) is null && reading.Prose.SentenceOf[name.First] == reading.Prose.SentenceOf[at])
            {
                return reading.Prose.Slice(name.First, name.Last);
            }
        }

        return null;
    }

    // "X, a defrocked priest played by A": the token before the comma; -1 where none stands there.
    private static int BeforeApposition(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        at -= at > first && tokens[at - 1].Is("(") ? 1 : 0;
        for (var k = at - 1; k > first && at - k <= 8 && tokens[k].IsLowerWord; k--)
        {
            if (tokens[k].Lower is "a" or "an" or "the" or "his" or "her" or "their")
            {
                return tokens[k - 1].Is(",") ? k - 2 : -1;
            }
        }

        return -1;
    }
}
