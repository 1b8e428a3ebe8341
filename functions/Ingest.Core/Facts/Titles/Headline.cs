using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>The parts of a headline that may be the title of the film it announces.</summary>
internal static class Headline
{
    private static readonly FrozenSet<string> Labels = DataFile.WordSet("headline-labels.txt");

    private const int LongestHeadline = 60;
    private const int LongestOther = 9;
    private const int LongestKind = 5;

    /// <summary>
    /// Candidates, surest first: how sure is 4 for a quoted part of a headline that announces a review, 3 for a part that the headline itself marks as a title (quoted, before "review"
    /// or before a year), 2 for a whole part between signs, 1 for capitals inside a part.
    /// </summary>
    public static List<(string Text, int Sureness, int? Year)> Candidates(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        var found = new List<(string Text, int Sureness, int? Year)>();
        if (tokens.Count is 0 or > LongestHeadline)
        {
            return found;
        }

        AddQuoted(prose, found, Enumerable.Range(0, tokens.Count).Any(k => IsReviewWord(tokens, k)));
        var cuts = Cuts(prose);
        for (var from = 0; from < cuts.Count; from++)
        {
            for (var to = cuts.Count - 1; to >= from; to--)
            {
                AddPart(prose, cuts, from, to, found);
            }
        }

        return [.. found.OrderByDescending(c => c.Sureness).ThenByDescending(c => c.Text.Length)];
    }

    /// <summary>Whether a part of a headline is a site's label ("Film of the week", "30in30") and no title.</summary>
    public static bool IsLabel(string part) => Tokeniser.Read(part).Exists(t => Labels.Contains(t.Lower)) || Array.Exists(part.Split(' '), IsChallenge);

    /// <summary>Another title of the film in the brackets behind its title, "The Quiet Mill (Mlyn tichy)", and the first one; null where none is.</summary>
    public static (string Title, string Other)? OtherTitle(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        var open = tokens.FindIndex(t => t.Is("("));
        if (tokens.Count > LongestHeadline || open < 1 || prose.Closing[open] is not (> 0 and var close) || close - open is < 2 or > LongestOther || !(tokens[open + 1].IsCapital || IsCaseless(prose, open + 1))
            || (close + 1 < tokens.Count && tokens[close + 1].Lower is not (":" or "-" or "|") && !IsReviewWord(tokens, close + 1)))
        {
            return null;
        }

        // "The Quiet Mill review: the slow grind (and the fast one)": what stands before the review's word is the title.
        if (tokens[open + 1].Lower is "and" or "but" or "or" or "yes" or "no" or "not" or "if" or "so" || Enumerable.Range(1, open).Any(k => IsReviewWord(tokens, k) && tokens[k].Lower is "review" or "reviewed" && k + 1 < open && tokens[k - 1].Lower is not ("film" or "movie" or "tv" or "blu-ray")))
        {
            return null;
        }

        var first = tokens.FindLastIndex(open - 1, t => t.Lower is ":" or "|" || (t.Is("-") && t.AfterSpace)) + 1;
        var other = prose.Slice(open + 1, close);
        for (var k = open + 1; k < close; k++)
        {
            var word = tokens[k].Lower;
            if (tokens[k].Kind == TokenKind.Number || word is ":" or "," or "cut" or "version" or "edition" or "dubbed" or "part" or "remastered" || Labels.Contains(word) || Words.Institutions.Contains(word) || Words.IsOccupation(word)
                || TitleNotes.IsLanguage(word))
            {
                return null;
            }
        }

        var isAcronym = close - open == 2 && other.Length < 7 && string.Equals(other, other.ToUpperInvariant(), StringComparison.Ordinal) && tokens[open + 1].IsCapital;
        var isPlain = close - open == 2 && tokens[open + 1].IsCapital && close + 1 >= tokens.Count;
        return first < open && !isAcronym && !isPlain && !NoTitle.Is(other) && !NoTitle.IsPerson(other) && !NoTitle.IsAnnouncement(TitleWords.Of(other)) ? (prose.Slice(first, open), other) : null;
    }

    /// <summary>Whether a word is written as the first of a title: with a capital or with digits ("12th").</summary>
    public static bool IsWrittenLarge(Token token) => token.IsCapital || token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && char.IsAsciiDigit(token.Lower[0]));

    /// <summary>Whether words are written with capitals as titles are, small words between them.</summary>
    public static bool IsWrittenAsTitle(List<Token> tokens, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var fits = IsWrittenLarge(tokens[k]) || tokens[k].Lower is "'s" or "," or "!" or "?" or "&" or "." || (k > first && k + 1 < end && tokens[k].IsLowerWord && Words.Connectors.Contains(tokens[k].Lower));
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    // Letters of a script without capitals.
    private static bool IsCaseless(ProseText prose, int token) => prose.Tokens[token].Kind == TokenKind.Word && prose.Text[prose.Tokens[token].Start] is > '\u052f' and not (>= '\u1e00' and <= '\u1fff');

    // "30in30": so many films in so many days.
    private static bool IsChallenge(string lower)
    {
        var at = lower.IndexOf("in", StringComparison.Ordinal);
        return at > 0 && at + 2 < lower.Length && lower.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0 && lower.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static void AddPart(ProseText prose, List<(int First, int Last)> cuts, int from, int to, List<(string Text, int Sureness, int? Year)> found)
    {
        var tokens = prose.Tokens;
        var (first, last) = (cuts[from].First, cuts[to].Last);
        var after = last + (last < tokens.Count && tokens[last].Lower is "-" or ":" or "|" ? 1 : 0);
        var before = first - (first > 1 && tokens[first - 1].Lower is ":" or "-" or "|" ? 2 : 1);
        var reviewed = IsReviewWord(tokens, last) || IsReviewWord(tokens, after) || IsReviewWord(tokens, before) || IsDescribed(tokens, from == 0 ? last : tokens.Count)
            || (after > last && KindEnd(tokens, after) > after && !IsLabel(prose.Slice(first, last)));
        int? year = last + 2 < tokens.Count && tokens[last].Is("(") && tokens[last + 2].Is(")") && tokens[last + 1].IsYear(out var y) ? y : null;
        if (last > first && IsWrittenLarge(tokens[first]))
        {
            var text = prose.Slice(first, last);
            found.Add((text, reviewed || year is not null ? 3 : cuts.Count > 1 && IsLabel(text) ? 1 : 2, year));

            // "Jane Roe's Signals".
            var owner = tokens.FindIndex(first, last - first, t => t.Is("'s"));
            if (owner - first is 2 or 3 && owner + 1 < last && IsWrittenLarge(tokens[owner + 1]) && NoTitle.IsPerson(prose.Slice(first, owner)))
            {
                found.Add((prose.Slice(owner + 1, last), reviewed || year is not null ? 3 : 2, year));
            }
        }
    }

    // "The Quiet Mill: this tense thriller goes further": what stands before the colon is said to be a film.
    private static bool IsDescribed(List<Token> tokens, int colon)
    {
        if (colon + 2 >= tokens.Count || tokens[colon].Lower is not (":" or "-") || tokens[colon + 1].Lower is not ("this" or "a" or "an"))
        {
            return false;
        }

        for (var k = colon + 2; k < tokens.Count && k - colon < 8; k++)
        {
            if (Phrases.FilmNouns.TryFind(tokens, k, tokens.Count, out var isStrong, out _) && isStrong)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a headline announces an episode, a season, a festival's programme or news of somebody, and no film.</summary>
    public static bool IsOfNoFilm(string headline)
    {
        var tokens = Tokeniser.Read(headline);
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var (word, next) = (tokens[at].Lower, tokens[at + 1]);
            if ((word is "episode" or "season" && next.Kind == TokenKind.Number) || (word is "in" && next.Is("talks")) || (word is "conversation" or "interview" && next.Is("with")) || (word is "dies" or "died" && next.Lower is "aged" or "at") || (word is "original" && next.Is("soundtrack"))
                || (word is "original" && next.Is("motion") && headline.Contains("oundtrack", StringComparison.Ordinal))
                || (word is "festival" && next.Lower is "unveils" or "announces" or "reveals" or "line-up" or "lineup" or "programme" or "program" or "winners" or "opens" or "wraps"))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddQuoted(ProseText prose, List<(string Text, int Sureness, int? Year)> found, bool isReview)
    {
        var tokens = prose.Tokens;
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            // "The crash of '82": no quote opens before a year cut short.
            if (tokens[at].Lower is not ("\"" or "'") || !tokens[at].AfterSpace || (tokens[at].Is("'") && tokens[at + 1] is { Kind: TokenKind.Number, Lower.Length: 2, AfterSpace: false }))
            {
                continue;
            }

            for (var end = at + 2; end < tokens.Count; end++)
            {
                if (tokens[end].Lower == tokens[at].Lower)
                {
                    // "row over 'cannibals'" quotes words.
                    if (tokens[at + 1].IsCapital || tokens[at + 1].Kind == TokenKind.Number)
                    {
                        found.Add((prose.Slice(at + 1, end).TrimEnd(','), isReview || IsMadeBy(tokens, end + 1) ? 4 : 3, YearBehind(tokens, end + 1)));
                    }

                    at = end;
                    break;
                }
            }
        }
    }

    // '"The Quiet Mill" (1957)'.
    private static int? YearBehind(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Is("(") && tokens[at + 1].IsYear(out var year) && tokens[at + 2].Lower is ")" or "," ? year : null;

    // '"The Quiet Mill", by Jane Roe'.
    private static bool IsMadeBy(List<Token> tokens, int at)
    {
        at += at < tokens.Count && tokens[at].Is(",") ? 1 : 0;
        return at + 2 < tokens.Count && tokens[at].Is("by") && tokens[at + 1].IsCapital && tokens[at + 2].IsCapital;
    }

    // The parts between colons, dashes, bars, brackets, quotes and the words that announce a review.
    private static List<(int First, int Last)> Cuts(ProseText prose)
    {
        var parts = new List<(int First, int Last)>();
        var tokens = prose.Tokens;
        var first = 0;
        for (var at = 0; at <= tokens.Count; at++)
        {
            // "User review", "A spoiler-free review" behind a title.
            if (first == at && parts.Count > 0 && !IsLabel(prose.Slice(parts[0].First, parts[0].Last)))
            {
                first = at = KindEnd(tokens, at);
            }

            var cut = at >= tokens.Count || IsSeparator(tokens, at) || IsReviewWord(tokens, at);
            if (!cut)
            {
                continue;
            }


            if (at > first)
            {
                parts.Add((first, at));
            }

            first = at + 1;
            if (at < tokens.Count && prose.Closing[at] > at)
            {
                at = prose.Closing[at];
                first = at + 1;
            }
        }

        return parts.Count > 6 ? parts[..6] : parts;
    }

    // The review's word, past what says which kind of review it is: "user", "a spoiler-free"; the place itself where none stands.
    private static int KindEnd(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !(tokens[at].Lower is "a" or "an" or "my" or "our" || Labels.Contains(tokens[at].Lower)))
        {
            return at;
        }

        for (var k = at + 1; k < tokens.Count && k - at <= LongestKind && (tokens[k].Kind == TokenKind.Word || tokens[k].Is("-")); k++)
        {
            if (tokens[k].Lower is "review" or "reviews" or "critique")
            {
                return k;
            }
        }

        return at;
    }

    private static bool IsSeparator(List<Token> tokens, int at) =>
        tokens[at].Lower is ":" or "|" or "(" or ")" or "[" or "]" or "\"" or "•" or "·" or "/" or "," or "…"
        || (tokens[at].Lower is "-" or "'" && tokens[at].AfterSpace) || (tokens[at].Is("'") && (at + 1 == tokens.Count || tokens[at + 1].AfterSpace));

    private static bool IsReviewWord(List<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count
        && (tokens[at].Lower is "review" or "reviews" or "reviewed" or "movie-review" or "critique" or "postmortem" or "revisiting" or "rewatching" or "reconsidering" or "reappraising" or "briefly" or "spotlight"
            || (tokens[at].Lower is "film" or "movie" or "blu-ray" or "dvd" && at + 1 < tokens.Count && tokens[at + 1].Lower is "review" or "reviews" or "reviewed")
            || (at > 0 && tokens[at - 1].Lower is "film" or "movie" && tokens[at].Lower is "of" && at + 2 < tokens.Count && tokens[at + 2].Lower is "week" or "month" or "day"));
}
