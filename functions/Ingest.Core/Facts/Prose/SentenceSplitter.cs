using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Prose;

/// <summary>
/// Cuts tokens into sentences at stops that end one: not those of abbreviations, initials, decimals and titles
/// ("Go! (2016)"), nor those inside brackets.
/// </summary>
internal static class SentenceSplitter
{
    // No one writes longer sentences; a longer run without a stop is cut so that a quote stays quotable.
    private const int LongestSentence = 1500;

    // A longer run of letters is no word, and no quote needs it beside others.
    private const int LongestWord = 1000;

    /// <summary>The sentences, in order; together they hold every token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="closing">For each opening bracket the token that closes it, else -1.</param>
    /// <param name="innerStops">Words before and after a stop that stands inside a title.</param>
    public static List<Sentence> Read(string text, List<Token> tokens, int[] closing, HashSet<(string Before, string After)> innerStops)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        var paragraph = 0;
        var marksEnd = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var last = at + 1;
            var newLine = last == tokens.Count || IsLineBreak(text, tokens[at].End, tokens[last].Start);
            var stop = !newLine && EndsSentence(tokens, first, at, ref marksEnd) && !(at > 0 && innerStops.Contains((tokens[at - 1].Lower, tokens[last].Lower)));
            if (stop)
            {
                while (last < tokens.Count && !tokens[last].AfterSpace && tokens[last].Lower is "\"" or "'" or ")" or "]")
                {
                    last++;
                }

                at = last - 1;
                newLine = last == tokens.Count || IsLineBreak(text, tokens[at].End, tokens[last].Start);
            }
            else if (!newLine && closing[at] > at)
            {
                // Skip the bracket; what it holds belongs to this sentence.
                at = closing[at] - 1;
                continue;
            }

            if (newLine || stop || tokens[at].End - tokens[first].Start > LongestSentence || tokens[last].End - tokens[last].Start > LongestWord)
            {
                sentences.Add(new Sentence(first, last, tokens[first].Start, tokens[last - 1].End, paragraph));
                first = last;
                paragraph += newLine ? 1 : 0;
            }
        }

        return sentences;
    }

    private static bool IsLineBreak(string text, int from, int to)
    {
        return text.AsSpan(from, to - from).Contains('\n');
    }

    // The last is where the run of signs ends that was read last, so that a long run is read once.
    private static bool EndsSentence(List<Token> tokens, int first, int at, ref int marksEnd)
    {
        var token = tokens[at];
        var next = tokens[at + 1];
        if (token.Kind == TokenKind.Word)
        {
            // "Jr. The film": an abbreviation before a word that opens sentences.
            return token.Lower[^1] == '.' && next.AfterSpace && next.IsCapital && at > first
                && !Words.Honorifics.Contains(token.Lower) && Words.NeverInNames.Contains(next.Lower)
                && (token.Lower.Length > 2 || !next.Is("a"));
        }

        if (token.Lower is not ("." or "!" or "?" or "…"))
        {
            return false;
        }

        // "called 7. Winter": the number opens a title.
        if (token.Is(".") && at - first >= 2 && tokens[at - 1] is { Kind: TokenKind.Number, Lower.Length: <= 2 } && tokens[at - 2].Lower is "called" or "titled" or "entitled" or "named" or "as" && next.IsCapital)
        {
            return false;
        }

        var k = Math.Max(at + 1, marksEnd);
        while (k < tokens.Count && !tokens[k].AfterSpace && tokens[k].Lower is "\"" or "'" or ")" or "]" or "." or "!" or "?")
        {
            k++;
        }

        marksEnd = k;
        if (k == tokens.Count || !tokens[k].AfterSpace)
        {
            return k == tokens.Count;
        }

        if (k > at + 1 && tokens[k - 1].Lower is "." or "!" or "?")
        {
            return false; // The last of several stops ends it.
        }

        var opens = tokens[k].IsCapital || tokens[k].Kind == TokenKind.Number || tokens[k].Lower is "\"" or "'" or "-" or "[" or "$";
        return token.Is(".") ? opens || tokens[k].Is("(") || !IsWordLike(tokens[k]) : opens;
    }

    private static bool IsWordLike(Token token) => token.Kind == TokenKind.Word && token.Lower[0] is >= 'a' and <= 'z';
}
