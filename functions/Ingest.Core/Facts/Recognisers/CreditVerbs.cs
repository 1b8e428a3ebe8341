using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Verbs in a row before the people who did it: "written, produced and directed by", "directed by and starring".</summary>
/// <param name="First">First token of the row.</param>
/// <param name="Last">One past its last token, where the people stand.</param>
/// <param name="Tags">What the people are by it.</param>
internal sealed record CreditVerbs(int First, int Last, List<string> Tags)
{
    private const int MostAdverbs = 4;

    /// <summary>The row that starts at a token, or null.</summary>
    public static CreditVerbs? Read(List<Token> tokens, int at, int limit)
    {
        if (TagOf(tokens[at].Lower) is null || tokens[at].Lower is "starring")
        {
            return null;
        }

        var tags = new List<string>();
        var k = at;
        var by = false;
        while (k < limit && TagOf(tokens[k].Lower) is { } tag)
        {
            tags.Add(tag);
            by = tag == "cast";
            k++;
            var then = SkipAdverbs(tokens, k, limit);
            if (then < limit && tokens[then].Is("by"))
            {
                by = true;
                k = then + 1;
                k += k < limit && tokens[k].Is(":") ? 1 : 0;
            }

            var next = SkipJoint(tokens, k, limit);
            if (next == k || next >= limit || TagOf(tokens[next].Lower) is null)
            {
                break;
            }

            k = next;
        }

        return by && k < limit ? new CreditVerbs(at, k, tags) : null;
    }

    private static int SkipJoint(List<Token> tokens, int at, int limit)
    {
        var k = at;
        while (k < limit && k - at < 3 && tokens[k].Lower is "," or "and" or "&" or "/" or "also" or "as" or "well")
        {
            k++;
        }

        // "and very nearly distributed by".
        for (var then = k; k > at && then < limit && then - k <= 3; then++)
        {
            if (TagOf(tokens[then].Lower) is not null)
            {
                return then;
            }

            if (tokens[then].Lower is not ("very" or "nearly" or "almost" or "even" or "largely" or "partly" or "mostly" or "then" or "apparently" or "presumably" or "in" or "part" or "beautifully" or "lovingly" or "handsomely"))
            {
                break;
            }
        }

        return k;
    }

    // "directed with flair by", "adapted for the screen by"; but "adapted from the novel by", "adapted a story by" name its writer.
    private static int SkipAdverbs(List<Token> tokens, int at, int limit)
    {
        var k = at;
        while (k < limit && k - at < MostAdverbs && tokens[k].IsLowerWord && tokens[k].Lower is not ("by" or "from" or "and" or "in" or "on" or "as" or "it" or "to" or "that" or "which" or "a" or "an" or "his" or "her" or "their" or "its") && !(tokens[k].Is("the") && k == at))
        {
            k++;
        }

        return k;
    }

    private static string? TagOf(string verb) => verb switch
    {
        "directed" or "co-directed" or "codirected" or "helmed" => "director",
        "written" or "co-written" or "cowritten" or "scripted" or "penned" or "adapted" or "co-scripted" => "writer",
        "starring" => "cast",
        "produced" or "co-produced" or "edited" or "co-edited" or "shot" or "scored" or "photographed" or "executive-produced" or "lensed" or "created" or "composed" or "filmed" or "narrated" or "conceived" or "distributed" or "financed" or "funded" or "designed" or "animated" or "presented" or "lit" or "cut" or "choreographed" or "hosted" or "performed" or "imagined" or "storyboarded" or "costumed" or "self-financed" or "crowdfunded" or "acted" or "co-acted" => "other",
        _ => null,
    };
}
