using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Also known as", "originally titled": other titles of the film.</summary>
internal sealed class AlternateTitleRecogniser : IRecogniser
{
    private const double HeadlineTitle = 0.85;
    private const double BracketTitle = 0.86;
    private const int LongestForeign = 7;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known) => FromPhrasings(reading).Concat(FromBrackets(reading)).Concat(BeforeBrackets(reading)).Concat(FromSubtitles(reading)).Concat(FromHeadline(reading));

    // "The Quiet Mill (Mlyn tichy)" in the headline.
    private static IEnumerable<Found> FromHeadline(Reading reading)
    {
        foreach (var film in reading.Films.Films)
        {
            if (film is { IsSubject: true, HeadlineTitle: { } title })
            {
                yield return new Found(film, 0, new AlternateTitleStatement(title, new Quote("headline: " + reading.Article.Title, null, null), HeadlineTitle));
            }
        }
    }

    // "The Quiet Mill: a tale is a 1999 drama" under a headline that says "The Quiet Mill".
    private static IEnumerable<Found> FromSubtitles(Reading reading)
    {
        foreach (var (first, end, _, film) in reading.Films.Definitions)
        {
            var title = reading.Titles.Text(first, end);
            if (film.OtherWords.Any(w => w.SequenceEqual(Titles.TitleWords.Of(title), StringComparer.Ordinal)))
            {
                yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), 0.92));
            }
        }
    }

    private static IEnumerable<Found> FromPhrasings(Reading reading)
    {
        foreach (var match in reading.TitlePhrasings)
        {
            if (match.Pattern.Tag != "alternate" || !match.TryGet("title", out var first, out var last) || (DefinedBefore(reading, match.First) ?? reading.Focus.At(match.First)) is not { } film
                || !(DefinedBefore(reading, match.First) is not null || (IsHomeTitle(reading, match.First, first) ?? (BelongsToFilm(reading, match.First, film) || OpensSentence(reading, match.First, Math.Max(last, match.Last))))))
            {
                continue;
            }

            var title = reading.Titles.Text(first, last);
            if (IsNoTitle(reading, title, first, last) || Titles.TitleWords.Of(title).SequenceEqual(film.Words, StringComparer.Ordinal))
            {
                continue;
            }

            if (title.Length > 1 && !reading.Names.At(first).Equals(default) | title.Contains(' ', StringComparison.Ordinal)
                && !string.Equals(title, film.Title, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
            }
        }
    }

    // "The Quiet Mill (Ruritanian: Mlyn tichy, lit. 'Silent Mill')", and the brackets of the sentence that says what film it is.
    private static IEnumerable<Found> FromBrackets(Reading reading)
    {
        var opens = new Dictionary<int, (Titles.Film Film, bool IsDefined)>();
        foreach (var mention in reading.Films.Mentions)
        {
            var open = mention.Last + (mention.Last < reading.Prose.Tokens.Count && reading.Prose.Tokens[mention.Last].Lower is "\"" or "'" ? 1 : 0);
            opens.TryAdd(open, (mention.Film, false));
        }

        foreach (var (_, end, be, film) in reading.Films.Definitions)
        {
            for (var open = end; open < be; open++)
            {
                if (reading.Prose.Closing[open] > open)
                {
                    opens[open] = (film, open == end);
                    open = reading.Prose.Closing[open];
                }
            }
        }

        foreach (var (open, (film, isDefined)) in opens.OrderBy(o => o.Key))
        {
            if (open >= reading.Prose.Tokens.Count || !reading.Prose.Tokens[open].Is("(") || reading.Prose.Closing[open] < 0)
            {
                continue;
            }

            foreach (var (first, last, confidence) in Titles.TitleNotes.Read(reading.Prose, reading.Titles, open, isDefined))
            {
                var title = reading.Titles.Text(first, last);
                if (title.Length is > 1 and < 120 && !Titles.TitleWords.Of(title).SequenceEqual(film.Words, StringComparer.Ordinal))
                {
                    yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), confidence));
                }
            }
        }
    }

    // "Jane Roe's La strada bianca (The White Road)" of a film known as The White Road.
    private static IEnumerable<Found> BeforeBrackets(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        foreach (var mention in reading.Films.Mentions)
        {
            var open = mention.First - 1;
            var first = reading.Prose.Sentences[reading.Prose.SentenceOf[mention.First]].First;
            if (!mention.Film.IsSubject || open <= first || !tokens[open].Is("(") || reading.Prose.Closing[open] is not (> 0 and var close) || !(close == mention.Last || (mention.Last < close && tokens[mention.Last].Lower is "," or ";")))
            {
                continue;
            }

            var start = ForeignStart(reading, open, first);
            start = start < open ? start : reading.Titles.Start(open, first);
            var title = reading.Titles.Text(start, open);
            if (start < open && Titles.TitleWords.Of(title).Count > 1 && !Titles.NoTitle.Is(title) && !Titles.NoTitle.IsPerson(title) && reading.Films.Known(title) is not { IsCertain: true } && !(reading.Names.At(start) is { Parts: > 1 } name && reading.Names.CountOf(name) > 1))
            {
                yield return new Found(mention.Film, start, new AlternateTitleStatement(title, reading.Prose.QuoteOf(start), BracketTitle));
            }
        }
    }

    // Back to the article with which a title of another language begins.
    private static int ForeignStart(Reading reading, int end, int first)
    {
        for (var k = end - 2; k >= first && end - k <= LongestForeign; k--)
        {
            if (reading.Prose.Tokens[k].Kind == TokenKind.Mark)
            {
                return end;
            }

            if (reading.Prose.Tokens[k].IsCapital && Titles.TitleReader.IsForeignArticle(reading.Prose.Tokens[k].Lower))
            {
                return k;
            }
        }

        return end;
    }

    // The film of "X, billed as Y and known as Z, is a 1999 drama", for a phrasing between the title and the verb.
    private static Titles.Film? DefinedBefore(Reading reading, int at)
    {
        if (reading.Films.DefinitionAround(at) is not { } definition)
        {
            return null;
        }

        for (var k = definition.End; k < at; k++)
        {
            if (reading.Prose.Tokens[k].Lower is "by" or "novel" or "book")
            {
                return null;
            }
        }

        return definition.Film;
    }

    // "Released abroad as X, The Quiet Mill ...".
    private static bool OpensSentence(Reading reading, int at, int titleEnd)
    {
        var tokens = reading.Prose.Tokens;
        var next = titleEnd;
        while (next < tokens.Count && next - titleEnd < 2 && tokens[next].Lower is "," or "\"")
        {
            next++;
        }

        return at == reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First && (next > titleEnd || tokens[next - 1].Is(",")) && next < tokens.Count
            && reading.Slots.References.TryGetValue(tokens[next].Is("\"") ? next + 1 : next, out var last) && !(last < tokens.Count && tokens[last].Is("'s"));
    }

    // "released in 1999 as Ruritania went to war".
    private static bool IsNoTitle(Reading reading, string title, int first, int last)
    {
        var tokens = reading.Prose.Tokens;
        return !(tokens[first].Lower is "\"" or "'") && ((Titles.NoTitle.Is(title) && !Titles.NoTitle.IsCommonWord(title)) || (last < reading.Prose.LimitOf(first) && tokens[last].IsLowerWord && Words.Verbs.Contains(tokens[last].Lower) && !tokens[last].Lower.StartsWith("star", StringComparison.Ordinal) && !title.Contains(' ', StringComparison.Ordinal)));
    }

    // "In Ruritania the film is called": a country and the film stand in the phrasing itself. Null for other phrasings.
    private static bool? IsHomeTitle(Reading reading, int at, int title)
    {
        var tokens = reading.Prose.Tokens;
        if (!tokens[at].Is("in"))
        {
            return null;
        }

        var place = at + 1 + (tokens[at + 1].Is("the") ? 1 : 0);
        return Phrases.Countries.TryFind(tokens, place, title, out _, out _);
    }

    // "Jane Roe, also known as The Fox" is about a person: the film must be what stands before.
    private static bool BelongsToFilm(Reading reading, int at, Titles.Film film)
    {
        // "it went out as X", "(Original title: X)".
        var words = reading.Prose.Tokens;
        if (words[at].Lower is "it" or "film" or "movie" or "picture" || (at > 0 && at + 2 < words.Count && words[at - 1].Is("(") && words[at + 1].Is("title") && words[at + 2].Is(":")))
        {
            return film.IsSubject;
        }

        for (var k = at - 1; k >= 0 && at - k <= 6 && reading.Prose.SentenceOf[k] == reading.Prose.SentenceOf[at]; k--)
        {
            if (reading.Focus.MentionBefore(k + 1)?.Film == film || reading.Prose.Tokens[k].Lower is "film" or "movie" or "it" or "released")
            {
                return true;
            }

            if (reading.Prose.Tokens[k].IsCapital)
            {
                return false;
            }
        }

        return false;
    }
}
