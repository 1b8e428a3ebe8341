using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Prose;

/// <summary>An article's text, cut into tokens and sentences once, with offsets into the text.</summary>
internal sealed class ProseText
{
    // Wider brackets hold no names or years of the word before them, only asides.
    private const int WidestBracket = 80;

    // The same in characters, for brackets of endless words: a sentence holds its brackets as a whole, and is quoted.
    private const int LongestBracket = 1000;

    // One for each sentence, made once: many statements quote the same one.
    private readonly Quote?[] _quotes;

    /// <param name="text">The text.</param>
    /// <param name="headline">Its headline: a title there with an inner stop ("Go! The Story") does not end a sentence.</param>
    public ProseText(string text, string? headline = null)
    {
        Text = text;
        Tokens = Tokeniser.Read(text, out var words);
        Words = words;
        Closing = MatchBrackets(text, Tokens);
        Sentences = SentenceSplitter.Read(text, Tokens, Closing, InnerStops(headline));
        SentenceOf = new int[Tokens.Count];
        _quotes = new Quote?[Sentences.Count];
        for (var s = 0; s < Sentences.Count; s++)
        {
            Array.Fill(SentenceOf, s, Sentences[s].First, Sentences[s].Last - Sentences[s].First);
        }
    }

    /// <summary>The text as plain words.</summary>
    public WordStream Stream => field ??= new WordStream(this);

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>All tokens.</summary>
    public List<Token> Tokens { get; }

    /// <summary>The different words, in lower case, by their numbers.</summary>
    public List<string> Words { get; }

    /// <summary>All sentences.</summary>
    public List<Sentence> Sentences { get; }

    /// <summary>The sentence of each token.</summary>
    public int[] SentenceOf { get; }

    /// <summary>For each opening round bracket the token that closes it, else -1.</summary>
    public int[] Closing { get; }

    /// <summary>The end of the sentence that holds a token, in tokens; behind the last token, the text's end.</summary>
    public int LimitOf(int token) => token < SentenceOf.Length ? Sentences[SentenceOf[token]].Last : Tokens.Count;

    /// <summary>The text from one token to before another.</summary>
    public string Slice(int first, int end) => first >= end ? "" : Text[Tokens[first].Start..Tokens[end - 1].End];

    /// <summary>The sentence of a token, as a quote.</summary>
    public Quote QuoteOf(int token)
    {
        var number = SentenceOf[token];
        var sentence = Sentences[number];
        return _quotes[number] ??= new Quote(Text[sentence.Start..sentence.End], sentence.Start, sentence.End);
    }

    private static HashSet<(string Before, string After)> InnerStops(string? headline)
    {
        var stops = new HashSet<(string Before, string After)>();
        var tokens = headline is { Length: < 400 } ? Tokeniser.Read(headline) : [];
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Lower is "!" or "?" or "." && tokens[at + 1].Kind != TokenKind.Mark)
            {
                stops.Add((tokens[at - 1].Lower, tokens[at + 1].Lower));
            }
        }

        return stops;
    }

    private static int[] MatchBrackets(string text, List<Token> tokens)
    {
        var closing = new int[tokens.Count];
        Array.Fill(closing, -1);
        var open = new Stack<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at > 0 && open.Count > 0 && text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).Contains('\n'))
            {
                open.Clear(); // No bracket reaches over a paragraph's end.
            }

            if (tokens[at].Lower is "(" or "[")
            {
                open.Push(at);
            }
            else if (tokens[at].Lower is ")" or "]" && open.TryPop(out var start) && at - start <= WidestBracket && tokens[at].End - tokens[start].Start <= LongestBracket)
            {
                closing[start] = at;
            }
        }

        return closing;
    }
}
