using System.Runtime.InteropServices;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>Every span of a text that may be a person's or a character's name, found once, left to right.</summary>
internal sealed class NameIndex
{
    // Longer runs of capitalised words are headings or lists without commas, not names.
    private const int MostParts = 6;

    private static readonly HashSet<string> Participles = new(StringComparer.Ordinal)
    {
        "casting", "playing", "watching", "starring", "adding", "joining", "featuring", "seeing", "pairing", "following", "supporting", "rounding", "reuniting", "teaming", "directing", "narrating", "enter", "introducing", "costarring", "co-starring", "giving", "having", "meet", "cue",
    };

    private readonly ProseText _prose;
    private readonly int[] _spanAt;
    private readonly bool[] _common;
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public NameIndex(ProseText prose)
    {
        _prose = prose;
        _spanAt = new int[prose.Tokens.Count];
        Array.Fill(_spanAt, -1);
        _common = CommonWords(prose);
        foreach (var sentence in prose.Sentences)
        {
            for (var at = sentence.First; at < sentence.Last;)
            {
                var span = Read(at, sentence);
                if (span.Parts == 0)
                {
                    at++;
                    continue;
                }

                if (span.Parts <= MostParts)
                {
                    _spanAt[span.First] = Spans.Count;
                    Spans.Add(span);
                    Count(span);
                }

                at = span.Last;
            }
        }
    }

    /// <summary>Whether a word ends a longer name of the text, so that it stands for that person.</summary>
    public bool IsSurname(string lower) => _surnames.Contains(lower);

    /// <summary>Whether the first or last word of a name also stands in another name, or alone.</summary>
    public bool IsSurnameOfOther(NameSpan span) =>
        _words.GetValueOrDefault(_prose.Tokens[span.First].Lower) > 1 || _words.GetValueOrDefault(_prose.Tokens[span.Last - 1].Lower) > 1;

    /// <summary>Whether a name is written in capitals alone and stands for no firm or thing that is known.</summary>
    public bool IsPlainAcronym(NameSpan span) =>
        span.Last - span.First == 1 && IsAcronym(span.First) && _prose.Tokens[span.First].Lower is var word && !Words.Institutions.Contains(word) && !Words.Organisations.Contains(word);

    /// <summary>How often the same name stands in the text.</summary>
    public int CountOf(NameSpan span) => _counts.GetValueOrDefault(_prose.Slice(span.First, span.Last));

    /// <summary>All spans, in order.</summary>
    public List<NameSpan> Spans { get; } = [];

    /// <summary>The span that starts at a token, or none (no parts).</summary>
    public NameSpan At(int token) => token < _spanAt.Length && _spanAt[token] >= 0 ? Spans[_spanAt[token]] : default;

    /// <summary>Number of the first span that starts at or after a token.</summary>
    public int IndexFrom(int token)
    {
        var (low, high) = (0, Spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Spans[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a span is written as people are: not a firm, a country, a month or an acronym.</summary>
    public bool CouldBePerson(NameSpan span)
    {
        if (span.Parts == 0)
        {
            return false;
        }

        // "Best Actor" is a prize; "Jane Park" behind "by" is no park.
        if (_prose.Tokens[span.First].Is("best") && span.Parts > 1)
        {
            return false;
        }

        if (span is { Parts: 2, First: > 0 } && _prose.Tokens[span.Last - 1].Is("park") && _prose.Tokens[span.First - 1].Is("by"))
        {
            return true;
        }

        var begins = span.Parts > 1 && (Words.GivenNames.Contains(_prose.Tokens[span.First].Lower) || PersonName.IsFamilyFirst(_prose.Tokens[span.Last - 1].Lower));
        for (var at = span.First; at < span.Last; at++)
        {
            // "Maria Lake" is a person, "Botany Bay" is none, and "Maria Award" neither.
            var word = _prose.Tokens[at].Lower;
            if (begins ? Words.Institutions.Contains(word) : Words.Organisations.Contains(word) || Words.Institutions.Contains(word))
            {
                return false;
            }
        }

        if (span.Last - span.First > 1 && Phrases.Countries.TryFind(_prose.Tokens, span.First, span.Last, out _, out var land) && land == span.Last)
        {
            return false;
        }

        // "an Indian Malayalam film".
        if (span is { Parts: 2 } && Words.Languages.Contains(_prose.Tokens[span.Last - 1].Lower) && Phrases.Countries.TryFind(_prose.Tokens, span.First, span.Last, out _, out _))
        {
            return false;
        }

        // "a Hmong American filmmaker".
        if (span is { Parts: 2 } && span.Last - span.First == 2 && !begins && Phrases.Countries.TryFind(_prose.Tokens, span.Last - 1, span.Last, out _, out _) && span.Last < _prose.Tokens.Count && _prose.Tokens[span.Last].IsLowerWord)
        {
            return false;
        }

        return span.Parts > 1 || !IsNoPersonAlone(_prose.Tokens[span.First], span);
    }

    private void Count(NameSpan span)
    {
        var name = _prose.Slice(span.First, span.Last);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        var (first, last) = (_prose.Tokens[span.First].Lower, _prose.Tokens[span.Last - 1].Lower);
        _words[first] = _words.GetValueOrDefault(first) + 1;
        if (first != last)
        {
            _words[last] = _words.GetValueOrDefault(last) + 1;
        }

        if (span.Parts > 1)
        {
            _surnames.Add(_prose.Tokens[span.Last - 1].Lower);
            if (PersonName.IsFamilyFirst(_prose.Tokens[span.Last - 1].Lower))
            {
                _surnames.Add(_prose.Tokens[span.First].Lower);
            }
        }
    }

    private bool IsNoPersonAlone(Token token, NameSpan span) =>
        span.Last - span.First == 1 && !IsSurname(token.Lower)
        && (Phrases.Countries.TryFind(_prose.Tokens, span.First, span.Last, out _, out _)
            || Words.Months.ContainsKey(token.Lower)
            || (Phrases.Genres.TryFind(_prose.Tokens, span.First, span.Last, out _, out _) && !Words.GivenNames.Contains(token.Lower))
            || (Words.Occupations.Contains(token.Lower) && !Words.GivenNames.Contains(token.Lower))
            || token.Lower.Length < 2
            || Words.Languages.Contains(token.Lower)
            || IsAcronym(span.First));

    /// <summary>Whether a word is written in capitals alone: "CEO".</summary>
    public bool IsAcronymAt(int token) => IsAcronym(token);

    private bool IsAcronym(int at)
    {
        var token = _prose.Tokens[at];
        var word = _prose.Text.AsSpan(token.Start, token.End - token.Start);
        return word.Length > 1 && word.Length <= 5 && word.IndexOfAnyInRange('a', 'z') < 0 && !word.Contains('-');
    }

    private NameSpan Read(int at, Sentence sentence)
    {
        var tokens = _prose.Tokens;
        if (!StartsName(at, sentence))
        {
            return default;
        }

        var parts = 0;
        var end = at;
        while (end < sentence.Last)
        {
            var token = tokens[end];
            if (end > at && Words.Suffixes.Contains(token.Lower) && token.IsCapital)
            {
                end++;
                continue;
            }

            if (parts > 1 && token.Is(",") && end + 1 < sentence.Last && tokens[end + 1].Lower is "jr." or "jr" or "sr." or "sr")
            {
                end += 2;
                continue;
            }

            if (IsPart(end))
            {
                parts++;
                end++;
            }
            else if (parts > 0 && ParticlesEnd(end, sentence.Last) is var after && after > end)
            {
                end = after;
            }
            else if (parts > 0 && NicknameEnd(end, sentence.Last) is var named && named > end)
            {
                end = named;
            }
            else
            {
                break;
            }
        }

        return new NameSpan(at, end, parts);
    }

    private bool StartsName(int at, Sentence sentence)
    {
        if (!IsPart(at))
        {
            return false;
        }

        var lower = _prose.Tokens[at].Lower;
        if (Participles.Contains(lower) || lower.EndsWith("-old", StringComparison.Ordinal))
        {
            return false; // "Casting Jane Roe", "Fourteen-year-old Anna"
        }

        if (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Contains('-', StringComparison.Ordinal) && char.IsLower(_prose.Text[_prose.Tokens[at].Start + lower.IndexOf('-', StringComparison.Ordinal) + 1]))
        {
            return false; // "Top-billed Jane Roe"
        }

        if (at + 1 < sentence.Last && IsPart(at + 1) && Words.IsOccupation(lower) && !Words.GivenNames.Contains(lower))
        {
            return false; // "Director Jane Roe"
        }

        if (at == sentence.First && lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && !Words.GivenNames.Contains(lower)
            && !(lower.Length <= 6 && lower.EndsWith("lly", StringComparison.Ordinal) && lower is not ("fully" or "dully" or "coolly")))
        {
            return false; // "Slowly Anna's"
        }

        if (at + 2 < sentence.Last && IsPart(at + 1) && IsPart(at + 2) && !Words.GivenNames.Contains(lower) && IsDemonym(at))
        {
            return false; // "the young Uruguayan Jane Roe"
        }

        var opening = at == sentence.First || _prose.Tokens[at - 1].Lower is "\"" or ":" or "-";
        return !opening || !(Words.Openings.Contains(lower) || (_common[_prose.Tokens[at].Word] && !Words.GivenNames.Contains(lower)));
    }

    // The adjective of a country, not its name.
    private bool IsDemonym(int at) =>
        Phrases.Countries.TryFind(_prose.Tokens, at, at + 1, out var country, out _) && !string.Equals(country, _prose.Tokens[at].Lower, StringComparison.OrdinalIgnoreCase)
        && (_prose.Tokens[at].Lower.EndsWith("an", StringComparison.Ordinal) || _prose.Tokens[at].Lower.EndsWith("ese", StringComparison.Ordinal) || _prose.Tokens[at].Lower.EndsWith("ish", StringComparison.Ordinal));

    private bool IsPart(int at)
    {
        var token = _prose.Tokens[at];
        return token is { Kind: TokenKind.Word, IsCapital: true } 
            ? !Words.NeverInNames.Contains(token.Lower) || BeginsFamilyFirst(at)
            : IsParticled(token);
    }

    // "Do" of "Do Rim-seo".
    private bool BeginsFamilyFirst(int at) =>
        at + 1 < _prose.Tokens.Count && _prose.Tokens[at + 1] is { Kind: TokenKind.Word, IsCapital: true } given && PersonName.IsFamilyFirst(given.Lower) && given.Lower.Length <= 9
        && _prose.Tokens[at].Lower is "do" or "no" or "so" or "on" or "an" or "in" or "ye" && at > 0 && _prose.Tokens[at - 1].Lower is not ("." or "!" or "?");

    // "al-Rashid", "el-Masry", "d'Aubrac".
    private bool IsParticled(Token token)
    {
        if (token.Kind == TokenKind.Word && token.Lower.Length > 3 && token.Lower[0] is 'd' or 'l' && token.Lower[1] is '\'' or '\u2019' && char.IsUpper(_prose.Text[token.Start + 2]))
        {
            return true;
        }

        var hyphen = token.Kind == TokenKind.Word ? token.Lower.IndexOf('-', StringComparison.Ordinal) : -1;
        return hyphen > 0 && hyphen < 4 && char.IsUpper(_prose.Text[token.Start + hyphen + 1]) && Words.Particles.Contains(token.Lower[..hyphen]);
    }

    // "de la" of "Ana de la Roe": particles with a name word after them.
    private int ParticlesEnd(int at, int limit)
    {
        var end = at;
        while (end < limit && end - at < 3 && _prose.Tokens[end].IsLowerWord && Words.Particles.Contains(_prose.Tokens[end].Lower))
        {
            end++;
        }

        return end > at && end < limit && IsPart(end) ? end : at;
    }

    // Jack "The Boulder" Roe.
    private int NicknameEnd(int at, int limit)
    {
        if (!_prose.Tokens[at].Is("\"") && !_prose.Tokens[at].Is("'"))
        {
            return at;
        }

        for (var end = at + 1; end < limit && end <= at + 4; end++)
        {
            if (_prose.Tokens[end].Is(_prose.Tokens[at].Lower))
            {
                return end > at + 1 && end + 1 < limit && IsPart(end + 1) && _prose.Tokens[end + 1].AfterSpace && _prose.Tokens[at + 1].IsCapital ? end + 1 : at;
            }
        }

        return at;
    }

    // Words that the text also writes in lower case: at a sentence's start they are no names.
    private static bool[] CommonWords(ProseText prose)
    {
        var common = new bool[prose.Words.Count];
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(prose.Tokens))
        {
            common[token.Word] |= token.IsLowerWord && token.Lower.Length > 2;
        }

        for (var word = 0; word < common.Length; word++)
        {
            common[word] = common[word] && !Words.Particles.Contains(prose.Words[word]);
        }

        return common;
    }
}
