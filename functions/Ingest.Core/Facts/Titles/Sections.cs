using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>
/// Articles about several films, one after the other, each under its title: '10. The Quiet Mill', '"Signals"',
/// 'The Slow Canal (1999)'. What stands under a title is said of that film.
/// </summary>
internal static class Sections
{
    private const int LongestHeading = 16;
    private const int FewestSections = 3;

    /// <summary>
    /// The headings' titles as tokens, in order, and whether what stands under each shows that it is about a film; empty for an
    /// article that is no such list.
    /// </summary>
    public static List<(int First, int Last, bool IsFilm)> Find(ProseText prose, TitleReader titles)
    {
        var marked = new List<(int First, int Last)>();
        var marks = new HashSet<int>();
        foreach (var (first, last) in Paragraphs(prose))
        {
            if (last - first <= LongestHeading && Title(prose, titles, first, last) is { } title)
            {
                marked.Add(title);
                if (prose.Tokens[title.First].Lower is "\"" or "'" || prose.Tokens[last - 1].Is(")"))
                {
                    marks.Add(title.First);
                }
            }
        }

        if (marked.Count < FewestSections)
        {
            return [];
        }

        var sections = new List<(int First, int Last, bool IsFilm)>(marked.Count);
        for (var k = 0; k < marked.Count; k++)
        {
            var end = k + 1 < marked.Count ? marked[k + 1].First : prose.Tokens.Count;
            sections.Add((marked[k].First, marked[k].Last, FilmTalk.IsOfOneFilm(prose.Tokens, marked[k].Last, end) && !NoTitle.IsThing(prose.Tokens, marked[k].First, marked[k].Last)));
        }

        // In a list of anything else a part or two may speak of films.
        if (2 * sections.Count(s => s.IsFilm) <= sections.Count)
        {
            return [];
        }

        return sections.ConvertAll(s => s with { IsFilm = s.IsFilm || marks.Contains(s.First) || FilmTalk.Names(prose.Tokens, s.Last, NextOf(marked, s.First, prose.Tokens.Count)) });
    }

    private static int NextOf(List<(int First, int Last)> marked, int first, int end)
    {
        var k = marked.BinarySearch((first, int.MaxValue));
        k = k < 0 ? ~k : k + 1;
        return k < marked.Count ? marked[k].First : end;
    }

    private static IEnumerable<(int First, int Last)> Paragraphs(ProseText prose)
    {
        for (var s = 0; s < prose.Sentences.Count;)
        {
            var first = prose.Sentences[s].First;
            var paragraph = prose.Sentences[s].Paragraph;
            while (s < prose.Sentences.Count && prose.Sentences[s].Paragraph == paragraph)
            {
                s++;
            }

            yield return (first, prose.Sentences[s - 1].Last);
        }
    }

    private static bool IsTitleCase(List<Token> tokens, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var token = tokens[k];
            if (!(token.IsCapital || token.Kind == TokenKind.Number || token.Lower is "'s" or ":" or "&" or "!" or "?" or "-" or "," || (k > first && Words.Connectors.Contains(token.Lower))))
            {
                return false;
            }
        }

        return tokens[first].IsCapital || tokens[first].Kind == TokenKind.Number;
    }

    private static (int First, int Last)? Title(ProseText prose, TitleReader titles, int first, int last)
    {
        var tokens = prose.Tokens;
        var at = first;
        at += tokens[at].Is("#") && at + 1 < last ? 1 : 0;
        var isNumbered = tokens[at].Kind == TokenKind.Number && tokens[at].Lower.Length <= 3 && at + 2 < last && tokens[at + 1].Lower is "." or ")" or ":" or "-";
        at += isNumbered ? 2 : 0;
        var end = last;
        var hasYear = end - at > 3 && tokens[end - 1].Is(")") && tokens[end - 3].Is("(") && tokens[end - 2].IsYear(out _);
        end -= hasYear ? 3 : 0;
        var isQuoted = end - at > 2 && tokens[at].Lower is "\"" or "'" && tokens[end - 1].Lower == tokens[at].Lower;
        if (!(isNumbered || hasYear || isQuoted) || at >= end)
        {
            return null;
        }

        if (isQuoted)
        {
            return (at, end);
        }

        // The heading is the title and nothing else, and no sentence.
        return tokens[end - 1].Lower is not ("." or ":" or ",") && (titles.End(at, end) == end || IsTitleCase(tokens, at, end)) && !Words.NeverInNames.Contains(tokens[end - 1].Lower) ? (at, end) : null;
    }
}
