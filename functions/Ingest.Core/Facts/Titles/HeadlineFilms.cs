using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Titles;

/// <summary>The film that a headline announces, by what of the headline the text repeats.</summary>
internal sealed class HeadlineFilms(Reading reading, Func<string, int, double, bool, Film?> add, Action<string, Film> alias)
{
    private const double HeadlineWeight = 6;
    private const int LongestAlone = 9;
    private const int LongestLabelled = 5;
    private const int LongestSentence = 12;
    private const int LongestCommaHeadline = 40;

    private readonly Dictionary<string, List<int>> _placesOf = new(StringComparer.Ordinal);

    /// <summary>The film found, where the headline's words may as well be none's title: nothing in the text repeats them.</summary>
    public Film? Doubtful { get; private set; }

    /// <summary>Finds the film that the headline announces and adds it.</summary>
    public void Find()
    {
        if (reading.Article.Title is not { Length: > 0 } headline || Headline.IsOfNoFilm(headline))
        {
            return;
        }

        if (Headline.OtherTitle(headline) is { } two && add(two.Title, int.MaxValue, HeadlineWeight, true) is { } both)
        {
            alias(two.Other, both);
            both.HeadlineTitle = two.Other;
            return;
        }

        if (WithYear(headline) is { } dated && add(dated.Title, int.MaxValue, HeadlineWeight + 1, true) is { } inYear)
        {
            inYear.HeadlineYear = dated.Year;
            return;
        }

        var stream = reading.Prose.Stream;
        var candidates = Headline.Candidates(headline);
        var isLabelled = candidates.Exists(c => c.Sureness == 1);
        foreach (var (text, sureness, year) in candidates)
        {
            var words = TitleWords.Of(text);
            var isQuoted = sureness == 4;
            var isWhole = text.Length == headline.Trim().Length;
            if (words.Count == 0 || (NoTitle.Is(text) && !((sureness >= 3 || isLabelled) && NoTitle.IsCommonWord(text)) && !(isQuoted && words.Count == 1) && !((sureness >= 3 || isWhole) && NoTitle.IsNumber(text))) || NoTitle.IsAnnouncement(words)
                || (sureness < 3 && (IsThing(text) || IsPersonAtWork(words, stream))))
            {
                continue;
            }

            var isSentence = sureness < 3 && IsSentence(text) && headline.Contains(text + ",", StringComparison.Ordinal);
            var count = PlacesOf(words[0]).Count(at => stream.Holds(at, words) && !IsHoliday(stream, at + words.Count) && !(isSentence && StartsSentence(stream.Tokens[at])));
            if (count == 0 && isQuoted && !NoTitle.IsPerson(text))
            {
                add(text, int.MaxValue, HeadlineWeight / 2, true);
                return;
            }

            var whole = count > 0 && !isQuoted ? WithSubtitle(text, words, stream, PlacesOf(words[0])) : text;
            if (count > 0 && add(whole, int.MaxValue, sureness >= 3 ? HeadlineWeight + 1 : HeadlineWeight, true) is { } film)
            {
                film.HeadlineYear = year;
                if (whole != text)
                {
                    alias(text, film);
                }

                return;
            }
        }

        if (WithComma(headline) is { } parted && add(parted, int.MaxValue, HeadlineWeight, true) is not null)
        {
            return;
        }

        if (FromHeadlineCapitals(headline, stream))
        {
            return;
        }

        // A title that the text never repeats.
        foreach (var (text, sureness, year) in candidates.OrderBy(c => c.Text.Length))
        {
            if (sureness >= 3 && (!NoTitle.Is(text) || NoTitle.IsCommonWord(text)) && !NoTitle.IsAnnouncement(TitleWords.Of(text)) && add(text, int.MaxValue, HeadlineWeight / 2, true) is { } film)
            {
                film.HeadlineYear = year;
                Doubtful = year is null && headline.Contains(text + ",", StringComparison.Ordinal) ? film : null;
                return;
            }
        }

        if ((FirstPart(headline) ?? LastPart(headline) ?? CapitalsOf(headline)) is { } part && !NoTitle.IsAnnouncement(TitleWords.Of(part)) && !IsPersonAtWork(TitleWords.Of(part), stream))
        {
            Doubtful = add(part, int.MaxValue, HeadlineWeight / 2, true);
        }
    }

    // "The Quiet Mill", "The Quiet Mill (1999)", "The Quiet Mill: what the water knows": a headline that is written as titles
    // are, or its first part, over an article about a film that names it nowhere.
    private static string? FirstPart(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        var end = tokens.FindIndex(t => t.Lower is "(" or "[" or ":" or "|" or "…" || (t.Lower is "-" && t.AfterSpace));
        end = end < 0 ? tokens.Count : end;
        if (end is 0 or > LongestAlone || !Headline.IsWrittenAsTitle(tokens, 0, end) || (end < tokens.Count && tokens[end].Is(":") && end > LongestLabelled))
        {
            return null;
        }

        var text = prose.Slice(0, end);
        var isPronoun = end == 1 && end + 1 < tokens.Count && tokens[0] is { Kind: TokenKind.Word, IsCapital: true } && tokens[1].Lower is ":" or "(";
        return IsThing(text) || NoTitle.IsPerson(text) || Headline.IsLabel(text) || (NoTitle.Is(text) && !NoTitle.IsCommonWord(text) && !isPronoun) ? null : text;
    }

    // "The slow patience of Quiet Mills": the one run of capitals in a headline that is written as a sentence, of which the
    // text repeats no word, as it would of somebody's name.
    private string? CapitalsOf(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        if (tokens.Count is < 4 or > LongestSentence)
        {
            return null;
        }

        var (first, end, small) = (-1, -1, 0);
        for (var k = 1; k < tokens.Count; k++)
        {
            if (tokens[k].IsCapital && tokens[k].Kind == TokenKind.Word)
            {
                if (first >= 0 && end != k)
                {
                    return null;
                }

                first = first < 0 ? k : first;
                end = k + 1;
            }
            else if (tokens[k].IsLowerWord)
            {
                small += Vocabulary.Words.Connectors.Contains(tokens[k].Lower) ? 0 : 1;
            }
            else
            {
                return null;
            }
        }

        if (first < 2 || end - first < 2 || small == 0 || tokens[first - 1].Lower is not ("of" or "in"))
        {
            return null;
        }

        var text = prose.Slice(first, end);
        var isRepeated = Enumerable.Range(first, end - first).Any(k => PlacesOf(tokens[k].Lower).Count > 0 || Vocabulary.Words.Institutions.Contains(tokens[k].Lower) || Vocabulary.Words.Organisations.Contains(tokens[k].Lower));
        return isRepeated || NoTitle.Is(text) || NoTitle.IsPerson(text) || IsThing(text) || Headline.IsLabel(text) ? null : text;
    }

    // "Jane Roe plays", "columnist Jane Roe", "Jane Roe's latest": a person who makes films or writes about them.
    private bool IsPersonAtWork(List<string> words, WordStream stream) =>
        words.Count is 2 or 3 && words[0] is not ("the" or "a" or "an")
        && PlacesOf(words[0]).Exists(at => stream.Holds(at, words) && NoTitle.IsAtWork(reading.Prose.Tokens, stream.Tokens[at], stream.Tokens[at + words.Count - 1] + 1));

    // "The Quiet Mill: Low Water (1999) - Review": what stands before the year is the title, colon and comma and all, where it
    // has a sign in it that would cut it.
    private (string Title, int Year)? WithYear(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        var open = tokens.FindIndex(t => t.Is("("));
        if (open < 3 || open > LongestAlone + 2 || open + 2 >= tokens.Count || !tokens[open + 1].IsYear(out var year) || !tokens[open + 2].Is(")"))
        {
            return null;
        }

        var sign = tokens.FindIndex(t => t.Lower is ":" or ",");
        var written = tokens.FindAll(t => !t.Is(":"));
        if (sign < 1 || sign >= open || Headline.IsLabel(prose.Slice(0, sign)) || !Headline.IsWrittenAsTitle(written, 0, written.FindIndex(t => t.Is("("))) || NoTitle.IsPerson(prose.Slice(0, sign)))
        {
            return null;
        }

        // "Horror Month: Signals (1999)": what the text repeats alone is the title.
        return Stands(prose.Slice(sign + 1, open)) && !Stands(prose.Slice(0, sign)) ? null : (prose.Slice(0, open), year);
    }

    // "we watched Vienna, Ohio at last": a comma inside a title that the text has with its comma, too.
    private string? WithComma(string headline)
    {
        var prose = new ProseText(headline);
        var tokens = prose.Tokens;
        for (var comma = 1; comma + 1 < Math.Min(tokens.Count, LongestCommaHeadline); comma++)
        {
            if (!tokens[comma].Is(",") || !tokens[comma - 1].IsCapital || !tokens[comma + 1].IsCapital)
            {
                continue;
            }

            var (first, last) = (comma - 1, comma + 2);
            while (first > 0 && tokens[first - 1].IsCapital && tokens[first - 1].Kind == TokenKind.Word)
            {
                first--;
            }

            while (last < tokens.Count && tokens[last].IsCapital && tokens[last].Kind == TokenKind.Word)
            {
                last++;
            }

            var isSeen = first > 0 && OwnTitles.IsSeeing(tokens[first - 1].Lower);
            var text = prose.Slice(first, last);
            if (isSeen && reading.Article.Text.Contains(text, StringComparison.Ordinal))
            {
                return text;
            }
        }

        return null;
    }

    private bool Stands(string text) => TitleWords.Of(text) is { Count: > 0 } words && PlacesOf(words[0]).Exists(at => reading.Prose.Stream.Holds(at, words));

    // "Two neighbours" is a title where the text has it in the midst of a sentence.
    private static bool IsSentence(string text) => Tokeniser.Read(text).Exists(t => t.IsLowerWord && !Vocabulary.Words.Connectors.Contains(t.Lower));

    private bool StartsSentence(int token) => reading.Prose.Sentences[reading.Prose.SentenceOf[token]].First == token;

    private static bool IsThing(string text)
    {
        var tokens = Tokeniser.Read(text);
        return NoTitle.IsThing(tokens, 0, tokens.Count);
    }

    // "The Memorial Day weekend" in a report on takings.
    private static bool IsHoliday(WordStream stream, int after) => after < stream.Words.Count && stream.Words[after] is "weekend";

    // "Winter highlights: The Quiet Mill": a whole part with an article, and nothing else is a film.
    private static string? LastPart(string headline)
    {
        var prose = new ProseText(headline);
        var colon = prose.Tokens.FindLastIndex(t => t.Is(":"));
        if (colon < 1 || colon + 2 >= prose.Tokens.Count || prose.Tokens.Count - colon > 8 || prose.Tokens[colon + 1].Lower is not ("the" or "a" or "an"))
        {
            return null;
        }

        for (var k = colon + 1; k < prose.Tokens.Count; k++)
        {
            if (!prose.Tokens[k].IsCapital && !(prose.Tokens[k].IsLowerWord && Vocabulary.Words.Connectors.Contains(prose.Tokens[k].Lower)) && !prose.Tokens[k].Is("'s"))
            {
                return null;
            }
        }

        var text = prose.Slice(colon + 1, prose.Tokens.Count);
        return NoTitle.Is(text) || Headline.IsLabel(text) ? null : text;
    }

    // "The Mill" in the headline of an article whose first mention is of "The Mill: A Story of Flour".
    private string WithSubtitle(string text, List<string> words, WordStream stream, List<int> places)
    {
        foreach (var at in places)
        {
            if (!stream.Holds(at, words))
            {
                continue;
            }

            var (first, last) = (stream.Tokens[at], stream.Tokens[at + words.Count - 1]);
            var tokens = reading.Prose.Tokens;
            var end = last + 2 < tokens.Count && tokens[last + 1].Is(":") && tokens[last + 2].IsCapital && words.Count + 1 < 14 ? reading.Titles.End(first, reading.Prose.LimitOf(first)) : -1;
            return end > last + 2 && reading.Prose.Sentences[reading.Prose.SentenceOf[first]].First != first - 1 && tokens[last + 2].Lower is not ("review" or "verdict") ? reading.Titles.Text(first, end) : text;
        }

        return text;
    }

    // "Jane Roe dazzles in The Long Mill": capitals of the headline that the text repeats.
    private bool FromHeadlineCapitals(string headline, WordStream stream)
    {
        var prose = new ProseText(headline);
        var titles = new TitleReader(prose, new Articles.Article { Text = headline });
        var best = ("", 0);
        for (var at = 0; at < Math.Min(prose.Tokens.Count, 60); at++)
        {
            var end = titles.End(at, prose.LimitOf(at));
            for (var last = end > at && IsThing(titles.Text(at, end)) ? at : end; last > at; last--)
            {
                var text = titles.Text(at, last);
                var words = TitleWords.Of(text);
                if (words.Count < 2 || words.Count <= best.Item2 || IsNameOnly(prose.Tokens, at, last) || IsPersonAtWork(words, stream) || NoTitle.Is(text) || NoTitle.IsPerson(text) || NoTitle.IsAnnouncement(words) || IsThing(text))
                {
                    continue;
                }

                var count = PlacesOf(words[0]).Count(k => stream.Holds(k, words) && !IsHoliday(stream, k + words.Count));
                if (count > 0 && !(prose.Tokens[at].IsCapital && at > 0 && prose.Tokens[at - 1].IsCapital && count < 2))
                {
                    best = (text, words.Count);
                }
            }
        }

        if (best.Item2 > 0)
        {
            add(best.Item1, int.MaxValue, HeadlineWeight / 2, true);
        }

        return best.Item2 > 0;
    }

    // "by Roe-Marsh", "Jane Roe's Signals": whose film it is.
    private bool IsNameOnly(List<Token> tokens, int at, int last)
    {
        if ((at > 0 && tokens[at - 1].Is("by")) || (last - at == 1 && reading.Names.IsSurname(tokens[at].Lower)))
        {
            return true;
        }

        return last + 1 < tokens.Count && tokens[last].Is("'s") && tokens[last + 1].IsCapital && tokens[at].Lower is not ("the" or "a" or "an") && tokens.FindIndex(last + 1, t => t.Kind == TokenKind.Mark) is var mark
            && Stands(string.Join(' ', tokens.Skip(last + 1).Take((mark < 0 ? tokens.Count : mark) - last - 1).Select(t => t.Lower)));
    }

    // The first places where a word stands with a capital. A headline asks for few words, each once.
    private List<int> PlacesOf(string word)
    {
        if (!_placesOf.TryGetValue(word, out var places))
        {
            _placesOf[word] = places = [];
            var stream = reading.Prose.Stream;
            for (var at = 0; at < stream.Words.Count && places.Count < 500; at++)
            {
                if (string.Equals(stream.Words[at], word, StringComparison.Ordinal) && stream.Tokens[at] >= reading.BodyStart && IsCapitalised(stream.Tokens[at]))
                {
                    places.Add(at);
                }
            }
        }

        return places;
    }

    private bool IsCapitalised(int token) => Headline.IsWrittenLarge(reading.Prose.Tokens[token]);
}
