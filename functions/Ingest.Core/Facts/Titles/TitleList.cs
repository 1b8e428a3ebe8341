using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Titles;

/// <summary>Titles in a row: A, B (1999) and C.</summary>
internal static class TitleList
{
    /// <summary>Each title of a row, as tokens.</summary>
    public static IEnumerable<(int First, int Last)> Read(ProseText prose, TitleReader titles, int at, int limit)
    {
        while (at < limit)
        {
            var end = titles.End(at, limit, inList: true);
            if (end < 0)
            {
                yield break;
            }

            yield return (at, Math.Min(end, limit));
            var next = SkipNote(prose, end, limit);
            at = SkipSeparator(prose.Tokens, next, limit);
            if (at == next)
            {
                yield break;
            }
        }
    }

    /// <summary>Past a bracket, such as a year's.</summary>
    public static int SkipNote(ProseText prose, int at, int limit) =>
        at < limit && prose.Tokens[at].Is("(") && prose.Closing[at] > at && prose.Closing[at] < limit ? prose.Closing[at] + 1 : at;

    /// <summary>Past ",", "and", "or", or ", and".</summary>
    public static int SkipSeparator(List<Token> tokens, int at, int limit)
    {
        var next = at;
        if (next < limit && tokens[next].Is(","))
        {
            next++;
        }

        if (next < limit && tokens[next].Lower is "and" or "or" or "&" or "with" or "plus")
        {
            next++;
        }

        // "and even", "and, of course,": one word more.
        return next > at && next + 1 < limit && tokens[next].Lower is "even" or "especially" or "perhaps" or "maybe" ? next + 1 : next;
    }
}
