using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Tells which film is spoken of at a place of the text.</summary>
internal sealed class FilmFocus
{
    private readonly ProseText _prose;
    private readonly int[] _firstReference;
    private readonly Film?[] _default;
    private readonly Dictionary<int, FilmMention> _mentionAt;
    private readonly Dictionary<int, FilmMention> _mentionEnding;

    public FilmFocus(ProseText prose, FilmIndex films)
    {
        _prose = prose;
        _mentionAt = films.Mentions.ToDictionary(m => m.First);
        _mentionEnding = films.Mentions.ToDictionary(m => m.Last);
        References = FindReferences(prose, films);
        _firstReference = new int[prose.Sentences.Count + 1];
        var next = 0;
        for (var s = 0; s <= prose.Sentences.Count; s++)
        {
            while (s < prose.Sentences.Count && next < References.Count && References[next].First < prose.Sentences[s].First)
            {
                next++;
            }

            _firstReference[s] = s == prose.Sentences.Count ? References.Count : next;
        }

        _default = FindDefaults(films);
    }

    /// <summary>All references, in order.</summary>
    public List<FilmReference> References { get; }

    /// <summary>The film of a phrasing that starts at a token; null when none is spoken of.</summary>
    public Film? At(int token)
    {
        var sentence = _prose.SentenceOf[token];
        var low = _firstReference[sentence];
        var from = Math.Min(_firstReference[sentence + 1], FirstAfter(token));
        for (var r = from - 1; r >= low && from - r <= 12; r--)
        {
            var reference = References[r];
            if (reference.First >= token)
            {
                continue;
            }

            if (!reference.IsPassing || IsAdjacent(reference.Reach, token))
            {
                return reference.Film ?? _default[sentence];
            }
        }

        // "Directed by Jane Roe, the film ...": the sentence's subject follows.
        for (var r = from; r < _firstReference[sentence + 1] && r - from < 6; r++)
        {
            if (References[r].First >= token && !References[r].IsPassing)
            {
                return References[r].Film ?? _default[sentence];
            }
        }

        return _default[sentence];
    }

    /// <summary>The mention that starts at a token, or null.</summary>
    public FilmMention? MentionAt(int token) => _mentionAt.GetValueOrDefault(token);

    /// <summary>The mention that ends before a token, or null.</summary>
    public FilmMention? MentionBefore(int token) => _mentionEnding.GetValueOrDefault(token);

    /// <summary>The mention that starts at a token, quotes and articles of its phrase first.</summary>
    public FilmMention? MentionFrom(int token)
    {
        for (var k = token; k < token + 4 && k < _prose.Tokens.Count; k++)
        {
            if (MentionAt(k) is { } mention)
            {
                return mention;
            }

            if (!(_prose.Tokens[k].Lower is "\"" or "'" or "the" or "'s" or "film" or "movie" || _prose.Tokens[k].IsYear(out _)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The reference that ends before a token, a year in brackets behind it or not; null where none does.</summary>
    public FilmReference? ReferenceBefore(int token)
    {
        for (var r = FirstAfter(token) - 1; r >= 0 && token - References[r].Last <= 4; r--)
        {
            if (IsAdjacent(References[r].Last, token))
            {
                return References[r];
            }
        }

        return null;
    }

    /// <summary>Whether a mention ends before a token.</summary>
    public bool MentionEndsAt(int token) => _mentionEnding.ContainsKey(token);

    /// <summary>The references that start in a sentence before a token, in order.</summary>
    public IEnumerable<FilmReference> Before(Sentence sentence, int token)
    {
        for (var r = _firstReference[_prose.SentenceOf[sentence.First]]; r < References.Count && References[r].First < token; r++)
        {
            yield return References[r];
        }
    }

    /// <summary>The film that a sentence is about unless it says otherwise.</summary>
    public Film? DefaultAt(int token) => _default[_prose.SentenceOf[token]];

    private int FirstAfter(int token)
    {
        var (low, high) = (0, References.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = References[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool IsAdjacent(int last, int token)
    {
        for (var k = last; k < token; k++)
        {
            var word = _prose.Tokens[k];
            if (!(word.Lower is "," or "(" or ")" or "-" or "also" or "which" or "\"" or "'" || word.IsYear(out _)))
            {
                return false;
            }
        }

        return true;
    }

    private static List<FilmReference> FindReferences(ProseText prose, FilmIndex films)
    {
        var references = new List<FilmReference>();
        var mention = 0;
        var tokens = prose.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            while (mention < films.Mentions.Count && films.Mentions[mention].Last <= at)
            {
                mention++;
            }

            if (mention < films.Mentions.Count && films.Mentions[mention].First == at)
            {
                var found = films.Mentions[mention];
                references.Add(new FilmReference(found.First, found.Last, found.Film, found.IsPassing, ReachOf(prose, found.Last)));
                at = found.Last - 1;
                continue;
            }

            var limit = prose.LimitOf(at);
            if (tokens[at].Lower is "the" or "this" && Phrases.FilmNouns.TryFind(tokens, at + 1, limit, out var strong, out var end) && strong
                && (end >= limit || tokens[end].Kind == TokenKind.Mark || Words.Blockers.Contains(tokens[end].Lower) || Words.Verbs.Contains(tokens[end].Lower) || !tokens[end].IsCapital)
                && !(end < limit && Phrases.FilmNouns.TryFind(tokens, end, limit, out _, out _)) && !NamesNext(films, mention, end))
            {
                references.Add(new FilmReference(at, end, null, false, end));
                at = end - 1;
            }
            else if (tokens[at].Is("it") && (at == 0 || prose.SentenceOf[at - 1] != prose.SentenceOf[at] || tokens[at - 1].Lower is "," or "and" or "but" or ";" or "-"))
            {
                references.Add(new FilmReference(at, at + 1, null, false, at + 1));
            }
        }

        return references;
    }

    // Past ", a 2011 Ruritanian thriller" behind a title.
    private static int ReachOf(ProseText prose, int last)
    {
        var tokens = prose.Tokens;
        var at = last;
        if (at < tokens.Count && tokens[at].Is("(") && prose.Closing[at] > at)
        {
            at = prose.Closing[at] + 1;
        }

        while (at < tokens.Count && at - last < 8 && tokens[at].Lower is "," or "\"" or "'")
        {
            at++;
        }

        return at > last && at + 1 < tokens.Count && tokens[at].Lower is "a" or "an" or "the" && Definition.FilmNounEnd(tokens, at + 1, prose.LimitOf(last)) is > 0 and var end ? end : last;
    }

    // "the 2011 film The Quiet Mill" is one reference, the title.
    private static bool NamesNext(FilmIndex films, int mention, int at) => mention < films.Mentions.Count && films.Mentions[mention].First == at;

    // The article's one subject; in an article about several films, the last one named in the paragraph or before it.
    private Film?[] FindDefaults(FilmIndex films)
    {
        var defaults = new Film?[_prose.Sentences.Count];
        if (films.Sections.Count > 0)
        {
            return FindSections(films, defaults);
        }

        var subjects = films.Films.Where(f => f.IsSubject).ToList();
        var current = subjects.OrderByDescending(f => f.Weight).FirstOrDefault();
        if (subjects.Count == 0)
        {
            return FindIntroduced(defaults);
        }

        for (var s = 0; s < defaults.Length; s++)
        {
            var lead = Lead(s);
            if (subjects.Count > 1 && lead is { IsSubject: true })
            {
                current = lead;
            }

            defaults[s] = lead ?? current;
            if (subjects.Count > 1)
            {
                for (var r = _firstReference[s]; r < _firstReference[s + 1]; r++)
                {
                    current = References[r] is { Film.IsSubject: true, IsPassing: false } named ? named.Film : current;
                }
            }
        }

        return defaults;
    }

    // No film is the article's own: "the film" is the one last introduced, in the same paragraph or the one before.
    private Film?[] FindIntroduced(Film?[] defaults)
    {
        Film? current = null;
        var since = 0;
        for (var s = 0; s < defaults.Length; s++)
        {
            current = _prose.Sentences[s].Paragraph - since <= 1 ? current : null;
            defaults[s] = Lead(s) ?? current;
            if (Introduced(s) is { } film)
            {
                (current, since) = (film, _prose.Sentences[s].Paragraph);
            }
            else if (NamesOther(s, current))
            {
                current = null;
            }
        }

        return defaults;
    }

    // "The third is X, directed by Jane Roe": one film, named where the sentence begins.
    private Film? Introduced(int sentence)
    {
        var first = _firstReference[sentence];
        if (first >= _firstReference[sentence + 1] || References[first] is not { Film: { } film } reference || reference.First - _prose.Sentences[sentence].First > 4
            || NamesOther(sentence, film))
        {
            return null;
        }

        return reference.First > 0 && _prose.Tokens[reference.First - 1].Lower is "is" or "was" or ":" or "came" or "comes" ? film : null;
    }

    // Films in brackets after a person are named in passing only.
    private bool NamesOther(int sentence, Film? film)
    {
        for (var r = _firstReference[sentence]; r < _firstReference[sentence + 1]; r++)
        {
            if (References[r].Film is { } named && named != film && !(References[r].First > 0 && _prose.Tokens[References[r].First - 1].Is("(")))
            {
                return true;
            }
        }

        return false;
    }

    private Film?[] FindSections(FilmIndex films, Film?[] defaults)
    {
        Film? current = null;
        var next = 0;
        for (var s = 0; s < defaults.Length; s++)
        {
            while (next < films.Sections.Count && films.Sections[next].First < _prose.Sentences[s].Last)
            {
                current = films.Sections[next].Film;
                next++;
            }

            defaults[s] = Lead(s) ?? current;
        }

        return defaults;
    }

    // The film that the sentence begins with.
    private Film? Lead(int sentence)
    {
        var first = _firstReference[sentence];
        if (first >= _firstReference[sentence + 1] || References[first] is not { Film: { } film, IsPassing: false } reference)
        {
            return null;
        }

        return reference.First - _prose.Sentences[sentence].First <= 4 ? film : null;
    }
}
