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
        var words = TitleWords.Of(title);
        if (words.Count is 0 or > LongestTitle)
        {
            return null;
        }

        var key = string.Join(' ', words);
        if (!_byKey.TryGetValue(key, out var film))
        {
            if (Films.Count >= MostFilms)
            {
                return null;
            }

            film = new Film(Films.Count, words);
            _byKey[key] = film;
            Films.Add(film);
        }

        return film;
    }

    /// <summary>Notes another title of a film, unless it is a film's already.</summary>
    public void Alias(string title, Film film)
    {
        var words = TitleWords.Of(title);
        if (words.Count is >= 2 and <= LongestTitle && film.OtherWords.Count < MostAliases && _byKey.TryAdd(string.Join(' ', words), film))
        {
            film.OtherWords.Add(words);
        }
    }

    /// <summary>The film of a title, if it is known.</summary>
    public Film? Known(string title) => _byKey.GetValueOrDefault(string.Join(' ', TitleWords.Of(title)));

    /// <summary>Forgets the mentions of films that were taken out.</summary>
    public void KeepOnly()
    {
        var kept = Films.ToHashSet();
        Mentions.RemoveAll(m => !kept.Contains(m.Film));
    }

    /// <summary>Finds every place where a known film is named with capitals; the longest title wins.</summary>
    public void FindMentions(ProseText prose)
    {
        // By the first two words, so that a thousand titles that start with "The" cost no more than one.
        var byStart = Films.SelectMany(f => f.OtherWords.Prepend(f.Words).Select(words => (Film: f, Words: words)))
            .GroupBy(f => (f.Words[0], f.Words.Count > 1 ? f.Words[1] : ""))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(f => f.Words.Count).ToList());
        var stream = new WordStream(prose);
        var mentions = new List<FilmMention>();
        for (var at = 0; at < stream.Words.Count;)
        {
            var second = at + 1 < stream.Words.Count ? stream.Words[at + 1] : "";
            var found = (byStart.GetValueOrDefault((stream.Words[at], second)) ?? [])
                .Concat(second.Length > 0 ? byStart.GetValueOrDefault((stream.Words[at], "")) ?? [] : [])
                .FirstOrDefault(f => stream.Holds(at, f.Words) && (IsWrittenAsTitle(prose, stream, at, f.Words.Count) || IsSpelledSo(prose, stream, at, f.Film, f.Words.Count)));
            if (found.Film is null)
            {
                at++;
                continue;
            }

            var first = stream.Tokens[at];
            var last = stream.Tokens[at + found.Words.Count - 1] + 1;
            if (last < prose.Tokens.Count && prose.Tokens[last].Lower is "!" or "?" && IsSpelledWith(found.Film, prose.Tokens[last].Lower))
            {
                last++;
            }

            mentions.Add(new FilmMention(first, last, found.Film) { IsAlias = found.Words != found.Film.Words });
            found.Film.AddSpelling(found.Words == found.Film.Words ? prose.Slice(first, last) : "", first);
            at += found.Words.Count;
        }

        Mentions = mentions;
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

    private static bool IsSpelledWith(Film film, string mark) => film.Spellings.Keys.Any(s => s.EndsWith(mark, StringComparison.Ordinal));

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
        if (prose.SentenceOf[first] != prose.SentenceOf[last] || !(token.IsCapital || token.Kind == TokenKind.Number))
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
        var partOfName = (after is { Kind: TokenKind.Word, IsCapital: true } && prose.SentenceOf[first] == prose.SentenceOf[last + 1])
            || (before is { Kind: TokenKind.Word, IsCapital: true } && prose.SentenceOf[first] == prose.SentenceOf[first - 1]
                && !Vocabulary.Words.NeverInNames.Contains(before.Lower) && !Vocabulary.Words.Openings.Contains(before.Lower)
                && !Vocabulary.Words.Occupations.Contains(before.Lower));
        return !partOfName;
    }
}
