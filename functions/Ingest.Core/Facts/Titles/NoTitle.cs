using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Words that stand where a title could and are none.</summary>
internal static class NoTitle
{
    /// <summary>Whether words that stand where a title could are none: a country, an occupation, a firm, a pronoun.</summary>
    public static bool Is(string text)
    {
        var tokens = Tokeniser.Read(text);
        if (tokens.TrueForAll(t => t.Kind != TokenKind.Word) || (tokens.Count == 1 && (Words.NeverInNames.Contains(tokens[0].Lower) || Words.Openings.Contains(tokens[0].Lower)
            || Words.Months.ContainsKey(tokens[0].Lower) || Words.Occupations.Contains(tokens[0].Lower) || Words.Honorifics.Contains(tokens[0].Lower))))
        {
            return true;
        }

        if (Phrases.Countries.TryFind(tokens, 0, tokens.Count, out _, out var land) && land == tokens.Count)
        {
            return true;
        }

        // "900,000 Finns".
        if (tokens.Count > 1 && tokens[0].Kind == TokenKind.Number && FigureWords.Peoples.TryFind(tokens, 1, tokens.Count, out _, out var people) && people == tokens.Count)
        {
            return true;
        }

        if (Phrases.Genres.TryFind(tokens, 0, tokens.Count, out _, out var genre) && genre == tokens.Count)
        {
            return tokens.Count == 1;
        }

        return tokens[^1].Lower is "festival" or "award" or "awards" or "studios" or "pictures" or "entertainment" or "productions" or "academy" or "oscars" or "oscar" or "netflix" or "hulu" or "disney+" or "cannes" or "sundance" or "instagram" or "imdb" or "guild" or "theatre" or "theater" or "cinemas" or "hollywood" or "tv" or "credits" or "verdict" or "rating" or "news" or "blu-ray" or "dvd" or "reviews" or "review" or "film" or "films";
    }

    /// <summary>Whether a title is a number and nothing else.</summary>
    public static bool IsNumber(string text) => Tokeniser.Read(text) is [{ Kind: TokenKind.Number, Lower.Length: > 1 }];

    /// <summary>Whether what stands around a name says that it is somebody's who makes films or writes about them.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The name's first token.</param>
    /// <param name="last">One past its last.</param>
    public static bool IsAtWork(List<Token> tokens, int first, int last)
    {
        var before = first - (first > 1 && tokens[first - 1].Is(",") ? 2 : 1);
        if (before >= 0 && (FilmTalk.IsCritic(tokens[before].Lower) || Words.IsOccupation(tokens[before].Lower) && tokens[before].Lower is not ("brothers" or "sisters" or "duo" or "twins" or "siblings" or "couple" or "husband" or "wife" or "son" or "daughter" or "ensemble" or "cameo" or "master" or "winner" or "find" or "discovery")
            || (tokens[before].Is("by") && before > 0 && tokens[before - 1].Lower is "directed" or "written" or "played" or "produced" or "helmed" or "film" or "made")))
        {
            return true;
        }

        if (last + 1 >= tokens.Count)
        {
            return false;
        }

        return FilmTalk.IsWork(tokens[last].Lower) || (tokens[last].Is("was") && tokens[last + 1].Is("born")) || (tokens[last].Lower is "writes" && tokens[last + 1].Lower is "for" or "about" or "on")
            || (FilmTalk.IsWorkIn(tokens[last].Lower) && tokens[last + 1].Lower is "as" or "in" or "opposite" or "alongside")
            || (tokens[last].Is("'s") && tokens[last + 1].Lower is "latest" or "film" or "movie" or "direction" or "directorial" or "debut" or "acting" or "performance" or "new");
    }

    /// <summary>Whether a single word is a genre's, an occupation's or a month's, which films are called after too.</summary>
    public static bool IsCommonWord(string text)
    {
        var tokens = Tokeniser.Read(text);
        return tokens is [{ Kind: TokenKind.Word, IsCapital: true } word] && !Words.NeverInNames.Contains(word.Lower)
            && (Phrases.Genres.TryFind(tokens, 0, 1, out _, out _) || Words.Months.ContainsKey(word.Lower) || Words.Occupations.Contains(word.Lower) || Words.Honorifics.Contains(word.Lower));
    }

    /// <summary>Whether a heading speaks of things or ways to do something: "Compact Lenses", "Tips for Editing".</summary>
    public static bool IsThing(List<Token> tokens, int first, int last)
    {
        for (var k = first; k < last; k++)
        {
            if (tokens[k].Lower is "tips" or "types" or "faq" or "faqs" or "technologies" or "cameras" or "software" or "equipment" or "production" or "overview" or "benefits" or "trends")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words are written as a person's name and begin or end as names do.</summary>
    public static bool IsPerson(string text)
    {
        var tokens = Tokeniser.Read(text);
        return tokens.Count is >= 2 and <= 4 && tokens.TrueForAll(t => t.IsCapital || Words.Particles.Contains(t.Lower))
            && (Words.GivenNames.Contains(tokens[0].Lower) || PersonName.IsFamilyFirst(tokens[^1].Lower) || (tokens.Count == 3 && tokens[1].Lower.Length == 2 && tokens[1].Lower[^1] == '.'));
    }

    /// <summary>Whether a headline's words are what lists and news are called: "The Best Films of 2016".</summary>
    public static bool IsAnnouncement(List<string> words) => words.Exists(w => w is "best" or "ranked" or "explained" or "trailer" or "recap" or "guide" or "streaming" or "films" or "movies" or "interview" or "podcast" or "awards" or "nominations");
}
