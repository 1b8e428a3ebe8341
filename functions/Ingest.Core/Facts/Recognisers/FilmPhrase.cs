using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>A noun phrase whose head means a film.</summary>
/// <param name="First">First token that says something: a year, a country, a genre, or the head.</param>
/// <param name="Last">One past the head.</param>
/// <param name="Article">The article, or -1 where none stands before.</param>
internal sealed record FilmPhrase(int First, int Last, int Article)
{
    private const int MostAdjectives = 12;
    private const int MostModifiers = 14;
    private const int MostUnknown = 2;
    private const int MostCapitals = 3;
    private static readonly FrozenDictionary<string, string> Prefixes = DataFile.Labelled("country-prefixes.txt").ToFrozenDictionary(l => l.Label, l => l.Value, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("word-classes.txt");

    /// <summary>The year in it.</summary>
    public int? Year { get; init; }

    /// <summary>Countries in it.</summary>
    public List<string> Countries { get; } = [];

    /// <summary>Genres in it.</summary>
    public List<string> Genres { get; } = [];

    /// <summary>Whether it speaks of several films.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether it says more than "a film".</summary>
    public bool HasGenreOrCountry => Genres.Count + Countries.Count > 0;

    /// <summary>The phrase whose modifiers or head start at a token; null where none does.</summary>
    public static FilmPhrase? Read(Reading reading, int at, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if ((at > sentence.First && tokens[at - 1].Is("-") && !tokens[at].AfterSpace) || !reading.FilmPhraseStarts[tokens[at].Word])
        {
            return null;
        }

        int? year = null;
        var countries = new List<string>();
        var genres = new List<(string Name, bool IsHead, int End)>();
        var last = -1;
        var plural = false;
        var k = at;
        for (var steps = 0; k < sentence.Last && steps < MostModifiers; steps++)
        {
            if (k > at && tokens[k].Lower is "and" or "," or "/" or "-" or "&" && k + 1 < sentence.Last && StartsModifier(tokens, k + 1, sentence.Last))
            {
                k++;
                continue;
            }

            if (tokens[k].IsYear(out var y) && year is null && !(k + 1 < sentence.Last && tokens[k + 1].Lower is "-" or "'s"))
            {
                year = y;
                k++;
                continue;
            }

            if (tokens[k].Is("film") && k + 1 < sentence.Last && tokens[k + 1].Is("noir"))
            {
                genres.Add(("noir", true, k + 2));
                last = k + 2;
                break;
            }

            if (ReadHead(tokens, k, sentence.Last, out var end, out plural) && (NounPhrase.EndsAt(tokens, end, sentence.Last) || Classes["aftermath"].Contains(tokens[end].Lower)))
            {
                if (plural && genres.Count > 0 && GenreInPlural(tokens[k]) is { } kinds)
                {
                    genres.Add((kinds, true, end));
                }

                last = end;
                break;
            }

            if (k > sentence.First && GenreInPlural(tokens[k]) is { } several && NounPhrase.EndsAt(tokens, k + 1, sentence.Last))
            {
                genres.Add((several, true, k + 1));
                (last, plural) = (k + 1, true);
                break;
            }

            if (Phrases.Countries.TryFind(tokens, k, sentence.Last, out var country, out var afterCountry) && IsAdjective(tokens[afterCountry - 1]))
            {
                countries.Add(country);
                k = afterCountry;
                continue;
            }

            if (HyphenatedCountries(tokens[k]) is { Count: > 1 } pair)
            {
                countries.AddRange(pair);
                k++;
                continue;
            }

            if (!ReadGenre(tokens, k, sentence.Last, genres, out var afterGenre))
            {
                if (k > at && SkipsUnknown(tokens, k, sentence.Last) is var known && known > k)
                {
                    k = known;
                    continue;
                }

                break;
            }

            k = afterGenre;
            if (genres.Count > 0 && genres[^1].IsHead && genres[^1].End == k && NounPhrase.EndsAt(tokens, k, sentence.Last) && !(k < sentence.Last && StartsModifier(tokens, k, sentence.Last))
                && !(k < sentence.Last && tokens[k].Lower is "and" or "," or "/" or "&" or "-" && k + 1 < sentence.Last && (StartsModifier(tokens, k + 1, sentence.Last) || ReadHead(tokens, k + 1, sentence.Last, out _, out _))))
            {
                last = k;
                break;
            }

            if (k < sentence.Last && tokens[k].IsCapital && !StartsModifier(tokens, k, sentence.Last) && genres.Count > 0 && genres[^1].IsHead && genres[^1].End == k)
            {
                last = k;
                break;
            }
        }

        if (last < 0)
        {
            return null;
        }

        var phrase = new FilmPhrase(at, last, FindArticle(tokens, at, sentence.First)) { Year = year, IsPlural = plural };
        phrase.Countries.AddRange(countries.Distinct());
        phrase.Genres.AddRange(genres.Select(g => g.Name).Where(g => g.Length > 0).Distinct());
        return phrase.Article >= 0 || phrase.HasGenreOrCountry || year is not null || reading.Films.Mentions.Count > 0 ? phrase : null;
    }

    // "a 2015 Ruritanian Northern-language romantic drama": words that are no genre, before one that is.
    private static int SkipsUnknown(List<Token> tokens, int at, int limit)
    {
        for (var k = at; k < limit && k - at < MostUnknown; k++)
        {
            if (tokens[k].Kind != TokenKind.Word || (tokens[k].IsLowerWord && (Words.Blockers.Contains(tokens[k].Lower) || Words.Verbs.Contains(tokens[k].Lower))))
            {
                return at;
            }

            if (k + 1 < limit && (StartsModifier(tokens, k + 1, limit) || (ReadHead(tokens, k + 1, limit, out var end, out var isPlural) && !isPlural && NounPhrase.EndsAt(tokens, end, limit))))
            {
                return k + 1;
            }
        }

        return at;
    }

    /// <summary>Of each word whether a phrase may begin with it; with most, none does.</summary>
    public static bool[] Starts(List<string> words)
    {
        var starts = new bool[words.Count];
        var alone = new List<Token> { default };
        for (var k = 0; k < starts.Length; k++)
        {
            var lower = words[k];
            alone[0] = new Token(0, 0, TokenKind.Word, lower, false, false, 0);
            starts[k] = char.IsDigit(lower[0]) || Phrases.Genres.MayBegin(lower) || Phrases.Countries.MayBegin(lower) || lower.Contains('-', StringComparison.Ordinal) || lower is "motion"
                || ReadHead(alone, 0, 1, out _, out _);
        }

        return starts;
    }

    private static bool StartsModifier(List<Token> tokens, int at, int limit) =>
        Phrases.Genres.TryFind(tokens, at, limit, out _, out _) || (Phrases.Countries.TryFind(tokens, at, limit, out _, out var end) && IsAdjective(tokens[end - 1]));

    // Names of countries themselves ("Japan") are no modifiers, but of those whose name is its own adjective.
    private static bool IsAdjective(Token token) => token.IsCapital && token.Lower is not ("japan" or "china" or "france" or "germany" or "italy" or "spain" or "india" or "korea" or "states" or "kingdom" or "russia" or "mexico" or "canada" or "australia" or "iran" or "america" or "britain" or "england");

    // "westerns", "romantic comedies".
    private static string? GenreInPlural(Token token)
    {
        if (!token.IsLowerWord || !token.Lower.EndsWith('s') || token.Lower.Length < 6)
        {
            return null;
        }

        var single = token.Lower.EndsWith("ies", StringComparison.Ordinal) ? token.Lower[..^3] + "y" : token.Lower[..^1];
        var words = Tokeniser.Read(single);
        return words.Count == 1 && Phrases.Genres.TryFind(words, 0, 1, out var genre, out _) && genre.IsHead ? genre.Name : null;
    }

    private static bool ReadHead(List<Token> tokens, int at, int limit, out int end, out bool isPlural)
    {
        isPlural = false;
        end = at + 1;
        if (at >= limit || tokens[at].Kind != TokenKind.Word)
        {
            return false;
        }

        if (tokens[at].Is("motion") && at + 1 < limit && tokens[at + 1].Is("picture"))
        {
            end = at + 2;
            return true;
        }

        isPlural = tokens[at].Lower is "films" or "movies" or "pictures" or "features" or "flicks" or "productions" or "thrillers" or "dramas" or "comedies";
        return isPlural || tokens[at].Lower is "film" or "movie" or "picture" or "feature" or "flick" or "production" or "co-production" or "coproduction" or "remake" or "adaptation" or "debut" or "series" or "story" or "tale" or "sequel" or "prequel" or "spin-off" or "blockbuster" or "telefilm" or "effort" or "outing" or "project" or "short" or "whodunit" or "yarn" or "romp" or "saga" or "hit" || Classes["oddment"].Contains(tokens[at].Lower);
    }

    private static bool ReadGenre(List<Token> tokens, int at, int limit, List<(string Name, bool IsHead, int End)> genres, out int end)
    {
        end = at;
        if (ReadCompound(tokens, at, limit, genres, out end))
        {
            return true;
        }

        if (Phrases.Genres.TryFind(tokens, at, limit, out var genre, out end))
        {
            genres.Add((genre.IsNeutral ? "" : genre.Name, genre.IsHead, end));
            return true;
        }

        // "adventure-romantic", "comedy-horror": genres with a hyphen between.
        end = at + 1;
        var parts = tokens[at].Lower.Split('-');
        if (parts.Length == 2 && tokens[at].Kind == TokenKind.Word)
        {
            var words = parts.Select(Tokeniser.Read).ToList();
            if (words.TrueForAll(w => w.Count == 1 && Phrases.Genres.TryFind(w, 0, 1, out var g, out _) && !g.IsNeutral))
            {
                genres.Add((parts[0], false, end));
                genres.Add((parts[1], true, end));
                return true;
            }
        }

        return false;
    }

    // "science fiction-action": the first genre has a space in it.
    private static bool ReadCompound(List<Token> tokens, int at, int limit, List<(string Name, bool IsHead, int End)> genres, out int end)
    {
        end = at + 2;
        if (end > limit || tokens[at + 1].Lower.Split('-') is not [var inner, var other])
        {
            return false;
        }

        var first = Tokeniser.Read(tokens[at].Lower + " " + inner);
        var second = Tokeniser.Read(other);
        if (!Phrases.Genres.TryFind(first, 0, first.Count, out var genre, out var length) || length != first.Count || length < 2
            || !Phrases.Genres.TryFind(second, 0, second.Count, out var added, out _))
        {
            return false;
        }

        genres.Add((genre.Name, false, end));
        genres.Add((added.Name, added.IsHead, end));
        return true;
    }

    private static List<string> HyphenatedCountries(Token token)
    {
        var countries = new List<string>();
        if (!token.IsCapital || !token.Lower.Contains('-', StringComparison.Ordinal))
        {
            return countries;
        }

        foreach (var part in token.Lower.Split('-'))
        {
            var words = Tokeniser.Read(part);
            if (Prefixes.TryGetValue(part, out var prefixed))
            {
                countries.Add(prefixed);
                continue;
            }

            if (!Phrases.Countries.TryFind(words, 0, words.Count, out var country, out var end) || end != words.Count)
            {
                return part is "co" || (part is "produced" or "made" && countries.Count > 1) ? countries : [];
            }

            countries.Add(country);
        }

        return countries;
    }

    // Back over adjectives to "a", "an", "the", "this".
    private static int FindArticle(List<Token> tokens, int at, int first)
    {
        var capitals = 0;
        for (var k = at - 1; k >= first && at - k <= MostAdjectives; k--)
        {
            if (tokens[k].Lower is "a" or "an" or "the" or "this")
            {
                return k;
            }

            // "a slice of folk horror".
            if (tokens[k].Lower is "of" or "in" && k == at - 1 && k > first && Classes["piece"].Contains(tokens[k - 1].Lower))
            {
                k--;
                continue;
            }

            // "a Great War spy film".
            capitals += tokens[k] is { Kind: TokenKind.Word, IsCapital: true } ? 1 : 0;
            var passes = (tokens[k] is { Kind: TokenKind.Word, IsCapital: true } && capitals <= MostCapitals) || (tokens[k].IsLowerWord && !Words.Blockers.Contains(tokens[k].Lower)) || tokens[k].Lower is "," or "and" or "but" or "yet" or "-" or "'s" || tokens[k].Kind == TokenKind.Number;
            if (!passes)
            {
                return -1;
            }
        }

        return -1;
    }
}
