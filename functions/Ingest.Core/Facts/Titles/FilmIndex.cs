using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Titles;

/// <summary>The films that an article names, and every place where it names them.</summary>
internal sealed class FilmIndex
{
    // Words.
    private const int LongestTitle = 20;

    // An article names no more films than this; a text that seems to is a list or an attack.
    private const int MostFilms = 1000;

    private const int MostAliases = 12;

    private readonly Dictionary<string, Film> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>In an article about films one after the other, where each one's part begins; null for a part about none.</summary>
    public List<(int First, Film? Film)> Sections { get; } = [];

    /// <summary>Sentences that say what film it is: where the title begins and ends, and the verb; between them stand notes.</summary>
    public List<(int First, int End, int Be, Film Film)> Definitions { get; } = [];

    /// <summary>All films, by first cue.</summary>
    public List<Film> Films { get; } = [];

    /// <summary>All places, in order, none inside another.</summary>
    public List<FilmMention> Mentions { get; private set; } = [];

    /// <summary>The film of a title, made when it is new; null for a title without words, or one too many.</summary>
    public Film? Of(string title)
    {
        var key = KeyOf(title);
        if (key.Length == 0)
        {
            return null;
        }

        if (!_byKey.TryGetValue(key, out var film))
        {
            if (Films.Count >= MostFilms)
            {
                return null;
            }

            film = new Film(Films.Count, key.Split(' '));
            _byKey[key] = film;
            Films.Add(film);
        }

        return film;
    }

    /// <summary>The sentence that says what film it is, for a place between the title and the verb; else null.</summary>
    public (int End, Film Film)? DefinitionAround(int token)
    {
        // They stand in the order of the text.
        var (low, high) = (0, Definitions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Definitions[middle].First <= token ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && Definitions[low - 1] is var (_, end, be, film) && token >= end && token < be ? (end, film) : null;
    }

    /// <summary>Notes another title of a film, unless it is a film's already.</summary>
    public void Alias(string title, Film film)
    {
        var words = TitleWords.Of(title);
        if (words.Count is >= 2 and <= LongestTitle && film.OtherWords.Count < MostAliases && _byKey.TryAdd(KeyOf(title), film))
        {
            film.OtherWords.Add(words);
        }
    }

    /// <summary>The film of a title, if it is known.</summary>
    public Film? Known(string title) => _byKey.GetValueOrDefault(KeyOf(title));

    // Empty for what is no title. The same titles and names are asked for again and again.
    private string KeyOf(string title)
    {
        if (!_keys.TryGetValue(title, out var key))
        {
            var words = TitleWords.Of(title);
            _keys[title] = key = words.Count > LongestTitle ? "" : string.Join(' ', words);
        }

        return key;
    }

    /// <summary>Forgets the mentions of films that were taken out.</summary>
    public void KeepOnly()
    {
        var kept = Films.ToHashSet();
        Mentions.RemoveAll(m => !kept.Contains(m.Film));
    }

    /// <summary>Finds every place where a known film is named with capitals; the longest title wins.</summary>
    public void FindMentions(ProseText prose)
    {
        var mentions = new List<FilmMention>();
        Mentions = mentions;
        if (Films.Count == 0)
        {
            return;
        }

        // Word by word, so that a thousand titles that start with the same words cost no more than one.
        var titles = new TitleTree();
        foreach (var film in Films)
        {
            titles.Add(film);
        }

        var stream = prose.Stream;
        for (var at = 0; at < stream.Words.Count;)
        {
            Film? found = null;
            var length = 0;
            foreach (var (film, count) in titles.Find(stream.Words, at))
            {
                if (IsWrittenAsTitle(prose, stream, at, count) || IsSpelledSo(prose, stream, at, film, count))
                {
                    (found, length) = (film, count);
                    break;
                }
            }

            if (found is null)
            {
                at++;
                continue;
            }

            var first = stream.Tokens[at];
            var last = stream.Tokens[at + length - 1] + 1;
            if (last < prose.Tokens.Count && prose.Tokens[last].Lower is "!" or "?" && found.IsSpelledWith(prose.Tokens[last].Lower[0]))
            {
                last++;
            }

            // Another title is a place, and no spelling of the title itself.
            var isAlias = !stream.Holds(at, found.Words) || length != found.Words.Count;
            mentions.Add(new FilmMention(first, last, found) { IsAlias = isAlias });
            found.AddSpelling(isAlias ? "" : prose.Slice(first, last), first);
            at += length;
        }
    }

    /// <summary>Lets the title of a sentence that says what film it is reach to its end: "X: a subtitle".</summary>
    public void ExtendToDefinitions()
    {
        var endOf = Definitions.DistinctBy(d => d.First).ToDictionary(d => d.First, d => (d.End, d.Film));
        var kept = new List<FilmMention>(Mentions.Count);
        foreach (var mention in Mentions)
        {
            if (kept.Count > 0 && mention.First < kept[^1].Last)
            {
                continue;
            }

            kept.Add(endOf.TryGetValue(mention.First, out var whole) && whole.Film == mention.Film && whole.End > mention.Last ? mention with { Last = whole.End } : mention);
        }

        Mentions = kept;
    }

    // "La strada bianca": capitals do not tell, but it is written as where something else told.
    private static bool IsSpelledSo(ProseText prose, WordStream stream, int at, Film film, int count)
    {
        var (first, last) = (stream.Tokens[at], stream.Tokens[at + count - 1]);
        return count > 1 && film.IsCertain && prose.Tokens[first].IsCapital && !Vocabulary.Words.NeverInNames.Contains(prose.Tokens[first].Lower) && film.Spellings.ContainsKey(prose.Slice(first, last + 1));
    }

    private static bool IsWrittenAsTitle(ProseText prose, WordStream stream, int at, int count)
    {
        var first = stream.Tokens[at];
        var last = stream.Tokens[at + count - 1];
        var token = prose.Tokens[first];
        if (prose.SentenceOf[first] != prose.SentenceOf[last] || !Headline.IsWrittenLarge(token))
        {
            return false;
        }

        // "no7" starts inside a token's words; a title does not.
        if (at > 0 && stream.Tokens[at - 1] == first)
        {
            return false;
        }

        if (at + count < stream.Tokens.Count && stream.Tokens[at + count] == last)
        {
            return false;
        }

        if (count > 1)
        {
            return Enumerable.Range(at + 1, count - 1).Any(k => prose.Tokens[stream.Tokens[k]] is { IsCapital: true } or { Kind: TokenKind.Number });
        }

        // One word: not a part of a longer capitalised name.
        var before = first > 0 ? prose.Tokens[first - 1] : default;
        var after = last + 1 < prose.Tokens.Count ? prose.Tokens[last + 1] : default;

        // "in 1999" is a year, and "Her" that begins a sentence a pronoun.
        if (token.IsYear(out _) && (before.Lower is "in" or "since" or "until" or "till" or "by" or "before" or "after" or "during" or "circa" or "of" or "(" or "," || (before.Lower is { } month && Vocabulary.Words.Months.ContainsKey(month))))
        {
            return false;
        }

        if (Vocabulary.Words.NeverInNames.Contains(token.Lower) && (first == prose.Sentences[prose.SentenceOf[first]].First || before is { Kind: TokenKind.Mark, Lower: not ("\"" or "'") }) && !after.Is("(") && !IsDefined(prose, last + 1))
        {
            return false;
        }

        var partOfName = (after is { Kind: TokenKind.Word, IsCapital: true } && prose.SentenceOf[first] == prose.SentenceOf[last + 1])
            || (before is { Kind: TokenKind.Word, IsCapital: true } && prose.SentenceOf[first] == prose.SentenceOf[first - 1]
                && !Vocabulary.Words.NeverInNames.Contains(before.Lower) && !Vocabulary.Words.Openings.Contains(before.Lower)
                && !Vocabulary.Words.Occupations.Contains(before.Lower));
        return !partOfName;
    }

    // "... is a 2021 thriller": what nobody is, a film is.
    private static bool IsDefined(ProseText prose, int be) =>
        be + 2 < prose.Tokens.Count && prose.Tokens[be].Lower is "is" or "was" && prose.Tokens[be + 1].Lower is "a" or "an" or "the" && prose.Tokens[be + 2].IsYear(out _);
}
