using System.Collections.Frozen;
using Ingest.Core.Articles;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>
/// Reads a film's title out of running text where something else says that one stands there: quoted, set in italics, or
/// written with capitals, small words between them.
/// </summary>
internal sealed class TitleReader
{
    private const int LongestTitle = 14;

    // Those that are no English words.
    private static readonly FrozenSet<string> ForeignArticles = DataFile.LabelledWords("title-notes.txt")["article"];

    private readonly ProseText _prose;
    private readonly Dictionary<int, int> _emphasis = [];

    public TitleReader(ProseText prose, Article article)
    {
        _prose = prose;
        var token = 0;
        foreach (var span in article.Spans)
        {
            if (span.Kind != SpanKind.Emphasis)
            {
                continue;
            }

            while (token < prose.Tokens.Count && prose.Tokens[token].Start < span.Start)
            {
                token++;
            }

            var end = token;
            while (end < prose.Tokens.Count && prose.Tokens[end].End <= span.End && end - token <= LongestTitle)
            {
                end++;
            }

            if (end > token && end - token <= LongestTitle)
            {
                _emphasis[token] = Math.Max(end, _emphasis.GetValueOrDefault(token));
            }
        }
    }

    /// <summary>Spans in italics that may be titles: first token to one past the last.</summary>
    public IEnumerable<(int First, int Last)> Emphasised => _emphasis.OrderBy(e => e.Key).Select(e => (e.Key, e.Value));

    /// <summary>Whether a word is an article of another language.</summary>
    public static bool IsForeignArticle(string lower) => ForeignArticles.Contains(lower);

    /// <summary>Whether italics start at a token.</summary>
    public bool IsEmphasised(int token) => _emphasis.ContainsKey(token);

    /// <summary>Where the title that starts at a token ends; -1 where none can start.</summary>
    /// <param name="at">The token.</param>
    /// <param name="limit">Where the sentence ends.</param>
    /// <param name="inList">Whether titles stand in a row, so that "and" parts two of them.</param>
    public int End(int at, int limit, bool inList = false)
    {
        if (at >= limit)
        {
            return -1;
        }

        if (QuotedEnd(at, limit) is var quoted && quoted > 0)
        {
            return quoted;
        }

        if (_emphasis.TryGetValue(at, out var emphasised) && emphasised <= limit && StartsTitle(at))
        {
            return emphasised;
        }

        return StartsTitle(at) ? CapitalsEnd(at, limit, inList) : -1;
    }

    /// <summary>Where a title that ends before a token starts; the token itself where none does.</summary>
    public int Start(int end, int first)
    {
        var tokens = _prose.Tokens;
        if (end <= first)
        {
            return end;
        }

        if (tokens[end - 1].Lower is "\"" or "'")
        {
            for (var open = end - 2; open >= first && end - open <= LongestTitle; open--)
            {
                if (tokens[open].Lower == tokens[end - 1].Lower)
                {
                    return StartsTitle(open + 1) ? open : end;
                }
            }

            return end;
        }

        for (var k = end - 1; k >= first && end - k <= LongestTitle; k--)
        {
            if (_emphasis.TryGetValue(k, out var last) && last == end)
            {
                return k;
            }
        }

        var start = end;
        for (var k = end - 1; k >= first && end - k <= LongestTitle; k--)
        {
            var token = tokens[k];
            if (token.Kind == TokenKind.Number || (token.IsCapital && token.Kind == TokenKind.Word))
            {
                start = k;
                if (k > first && tokens[k - 1].IsLowerWord && Words.Connectors.Contains(tokens[k - 1].Lower) && token.Lower is "the" or "a" or "an")
                {
                    break;
                }
            }
            else if (!(token.Lower is "'s" or "&" or ":" or "!" or "?" || (token.IsLowerWord && (Words.Connectors.Contains(token.Lower) || token.Is("is")))))
            {
                break;
            }
        }

        return TrimOpening(start, end, first);
    }

    /// <summary>The title in a span, without its quotes and stops.</summary>
    public string Text(int first, int last)
    {
        while (first < last && _prose.Tokens[first].Lower is "\"" or "'")
        {
            first++;
        }

        while (last > first && _prose.Tokens[last - 1].Lower is "\"" or "'" or "," or "." or ";" or ":")
        {
            last--;
        }

        return string.Join(' ', _prose.Slice(first, last).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private bool StartsTitle(int at) =>
        at < _prose.Tokens.Count && (_prose.Tokens[at].Kind == TokenKind.Number || _prose.Tokens[at] is { Kind: TokenKind.Word, IsCapital: true });

    private int QuotedEnd(int at, int limit)
    {
        var tokens = _prose.Tokens;
        if (tokens[at].Lower is not ("\"" or "'") || !StartsTitle(at + 1))
        {
            return -1;
        }

        for (var end = at + 2; end < limit && end - at <= LongestTitle + 2; end++)
        {
            if (tokens[end].Lower == tokens[at].Lower)
            {
                return end + 1;
            }
        }

        return -1;
    }

    private int CapitalsEnd(int at, int limit, bool inList)
    {
        var tokens = _prose.Tokens;
        var end = at + 1;
        while (end < limit && end - at < LongestTitle)
        {
            var token = tokens[end];
            if (token.Kind == TokenKind.Number || token is { Kind: TokenKind.Word, IsCapital: true })
            {
                end++;
                continue;
            }

            var next = end + 1 < limit ? tokens[end + 1] : default;
            var goesOn = next.IsCapital && next.Kind == TokenKind.Word;
            if (token.Lower is "'s" or "&" && (goesOn || (token.Is("'s") && next.Kind == TokenKind.Number)))
            {
                end++;
            }
            else if (token.Is("&") && !inList && next.Lower is "the" or "a" or "an" or "my" && end + 2 < limit && tokens[end + 2] is { Kind: TokenKind.Word, IsCapital: true })
            {
                end += 2; // "Mill & the Weir"
            }
            else if (token.Is(":") && goesOn && next.AfterSpace)
            {
                end++;
            }
            else if (token.Is(".") && !token.AfterSpace && end == at + 1 && tokens[at].Kind == TokenKind.Number && tokens[at].Lower.Length <= 2 && goesOn)
            {
                end++; // "7. Winter"
            }
            else if (token.Is("/") && !token.AfterSpace && tokens[end - 1].Kind == TokenKind.Number && next.Kind == TokenKind.Number)
            {
                end += 2; // "9/10"
            }
            else if (token.Lower is "!" or "?" && !token.AfterSpace && (!goesOn || tokens[end - 1].IsCapital || tokens[end - 1].Kind == TokenKind.Number))
            {
                end++;
            }
            else if (end == at + 1 && ForeignEnd(at, limit) is var foreign && foreign > end)
            {
                end = foreign;
            }
            else if (ConnectorsEnd(end, limit, inList) is var after && after > end)
            {
                end = after;
            }
            else
            {
                break;
            }
        }

        // "Quiet Mill I adored".
        if (end - at > 1 && end < limit && tokens[end - 1].Is("i") && tokens[end].IsLowerWord && tokens[end - 2].IsCapital && tokens[end].Lower is not ("is" or "was" or "and" or "has" or "in" or "of" or "by" or "to" or "or") && tokens[end - 2].Lower is not ("part" or "chapter" or "volume" or "book" or "act"))
        {
            end--;
        }

        // "Mill and I adored it".
        if (end - at > 2 && end < limit && tokens[end - 1].Is("i") && tokens[end].IsLowerWord && tokens[end - 2].Lower is "and" or "but" && tokens[end].Lower is not ("is" or "was" or "and" or "has" or "in" or "of" or "by" or "to" or "or"))
        {
            end -= 2;
        }

        return tokens[end - 1].Is("'s") ? end - 1 : end;
    }

    // "La strada bianca": titles of languages that write but the first word with a capital.
    private int ForeignEnd(int at, int limit)
    {
        var tokens = _prose.Tokens;
        if (!ForeignArticles.Contains(tokens[at].Lower))
        {
            return -1;
        }

        var end = at + 1;
        while (end < limit && end - at <= 5 && tokens[end].IsLowerWord && tokens[end].AfterSpace && !Words.Blockers.Contains(tokens[end].Lower) && !Words.NeverInNames.Contains(tokens[end].Lower)
            && !Words.Verbs.Contains(tokens[end].Lower) && !Words.Occupations.Contains(tokens[end].Lower) && !Phrases.FilmNouns.TryFind(tokens, end, limit, out _, out _))
        {
            end++;
        }

        while (end > at + 1 && Words.Connectors.Contains(tokens[end - 1].Lower))
        {
            end--;
        }

        return end > at + 1 ? end : -1;
    }

    // "of the" of "Lord of the Mill": small words with a capital after them, that begin nothing new.
    private int ConnectorsEnd(int at, int limit, bool inList)
    {
        var tokens = _prose.Tokens;
        var end = at;
        while (end < limit && end - at < 3 && tokens[end].IsLowerWord && (Words.Connectors.Contains(tokens[end].Lower) || tokens[end].Is("is")))
        {
            end++;
        }

        // "Night of The Mill", but "Signals and The Mill".
        var isArticle = end < limit && tokens[end].Lower is "the" or "a" or "an" && !(tokens[end].Is("the") && end == at + 1 && tokens[at].Is("of"));
        if (end == at || end >= limit || isArticle || !tokens[end].IsCapital || tokens[end].Kind != TokenKind.Word
            || tokens[end].Lower.EndsWith("-language", StringComparison.Ordinal))
        {
            return at;
        }

        if (tokens[at].Lower is "and" or "or" && inList)
        {
            return at;
        }

        var place = tokens[at].Lower is "in" or "from" or "on" or "by" or "for" or "at";
        var setting = Phrases.Countries.TryFind(tokens, end, limit, out _, out _) || Words.Months.ContainsKey(tokens[end].Lower);
        return place && setting ? at : tokens[at].Lower is "by" && !IsBeside(tokens, at, end, limit) ? at : end;
    }

    // "The House by the Weir", but "Signals by the Roe brothers".
    private static bool IsBeside(List<Token> tokens, int by, int noun, int limit) =>
        noun == by + 2 && tokens[by + 1].Is("the") && !(noun + 1 < limit && (tokens[noun + 1].IsCapital || tokens[noun + 1].Lower is "brothers" or "sisters" or "duo" or "director" or "company"));

    // "In Signals" at a sentence's start is the title Signals; a title keeps its article.
    private int TrimOpening(int start, int end, int first)
    {
        var tokens = _prose.Tokens;
        while (start < end - 1 && start == first && tokens[start].Kind == TokenKind.Word && tokens[start].Lower is not ("the" or "a" or "an" or "i" or "my")
            && (Words.NeverInNames.Contains(tokens[start].Lower) || Words.Openings.Contains(tokens[start].Lower)))
        {
            start++;
        }

        while (start < end && !(tokens[start].IsCapital || tokens[start].Kind == TokenKind.Number))
        {
            start++;
        }

        return start;
    }
}
