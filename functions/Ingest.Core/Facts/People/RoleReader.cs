using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>Reads a character: "Anna", "lighthouse keeper Edward Roe", "his best friend, Ilmo Roe", "the title character".</summary>
internal sealed class RoleReader(ProseText prose)
{
    private const int LongestDescription = 10;
    private const int LongestName = 7;
    private const int MostRoles = 12;

    // In a row of people with characters, each is asked for from every name before it. The limit is the sentence's end.
    private readonly Dictionary<int, (int Limit, RoleSpan Role)> _roles = [];

    /// <summary>The character that starts at a token; <see cref="RoleSpan.Last"/> is 0 where none can.</summary>
    public RoleSpan Read(int at, int limit)
    {
        if (!_roles.TryGetValue(at, out var known) || known.Limit != limit)
        {
            _roles[at] = known = (limit, ReadAt(at, limit));
        }

        return known.Role;
    }

    private RoleSpan ReadAt(int at, int limit)
    {
        var tokens = prose.Tokens;

        // "plays both King Rask and his double": the first of them.
        at += at + 1 < limit && tokens[at].Is("both") && IsNamePart(at + 1) ? 1 : 0;
        var end = Math.Min(limit, at + LongestDescription);
        var titular = false;
        for (var k = at; k < end; k++)
        {
            var token = tokens[k];
            titular |= token.Lower is "titular" or "title" or "eponymous";
            if (IsNamePart(k))
            {
                var last = NameEnd(k, limit);
                if (IsAdjective(k, last, limit))
                {
                    k = last - 1;
                    continue;
                }

                if (last < end && k > at && prose.Tokens[at].Lower is "a" or "an" && prose.Tokens[last].Lower is "named" or "called" or "nicknamed" or "dubbed" && last + 1 < limit && IsNamePart(last + 1))
                {
                    k = last; // "a former Forest Ranger named Tom" is Tom.
                    continue;
                }

                if (IsOfSomeone(last, limit) && last + 2 < end && (prose.Tokens[last + 1].IsLowerWord || prose.Tokens[last + 2].IsLowerWord))
                {
                    k = last; // "Anna's brother Tom" is Tom; "Anna's brother" has no name.
                    continue;
                }

                return IsOfSomeone(last, limit) || IsNoName(k, last)
                    ? new RoleSpan(k, k, last, false)
                    : new RoleSpan(k, last, last, titular);
            }

            if (titular && token.Lower is "character" or "role" or "hero" or "heroine" or "part" or "protagonist")
            {
                // A name may follow: "the titular hero, Anna".
                var named = NameAfterComma(k + 1, limit);
                return named > 0 ? new RoleSpan(named, NameEnd(named, limit), NameEnd(named, limit), true) : new RoleSpan(k + 1, k + 1, k + 1, true);
            }

            if (token.Is(",") && k > at && NameAfterComma(k, limit) is var apposed && apposed > 0)
            {
                var last = NameEnd(apposed, limit);
                return StandsAlone(last, limit) && !IsNoName(apposed, last) ? new RoleSpan(apposed, last, last, titular) : new RoleSpan(k, k, k, false);
            }

            if (!IsDescription(k, at))
            {
                return new RoleSpan(k, k, Math.Max(k, at), false) is { Last: var stop } none && stop > at ? none : default;
            }
        }

        return new RoleSpan(end, end, end, false);
    }

    /// <summary>The characters of "X, Y and Z" that begin with one already read; null where the row breaks off.</summary>
    public List<RoleSpan>? ReadRow(RoleSpan role, int limit)
    {
        var tokens = prose.Tokens;
        List<RoleSpan> roles = [role];
        for (var at = role.Last; at < limit && roles.Count < MostRoles;)
        {
            var next = at;
            next += tokens[next].Is(",") ? 1 : 0;
            var isLast = next < limit && tokens[next].Lower is "and" or "&";
            next += isLast ? 1 : 0;
            var more = next > at && next < limit && tokens[next].IsCapital ? Read(next, limit) : default;
            if (!more.IsNamed || (more.Last < limit && tokens[more.Last].Is("as")))
            {
                return roles.Count > 1 ? null : roles;
            }

            roles.Add(more);
            if (isLast)
            {
                return roles;
            }

            at = more.Last;
        }

        return roles.Count > 1 ? null : roles;
    }

    /// <summary>The character's name as written.</summary>
    public string Text(RoleSpan role) =>
        string.Join(' ', Balanced(prose.Slice(role.First - (HasArticle(role) ? 1 : 0), role.NameLast)).Trim('"', '\u201c', '\u201d', '\'', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // "as The Ferryman", written with a capital where no sentence begins.
    private bool HasArticle(RoleSpan role) => role is { IsNamed: true, First: > 1 } && prose.Tokens[role.First - 1] is { Lower: "the", IsCapital: true } && prose.SentenceOf[role.First - 2] == prose.SentenceOf[role.First];

    // Of "Red" Anna, the span begins behind the first quote.
    private static string Balanced(string name) => name.AsSpan().CountAny('"', '\u201c', '\u201d') == 1 ? name.Replace("\"", "", StringComparison.Ordinal).Replace("\u201c", "", StringComparison.Ordinal).Replace("\u201d", "", StringComparison.Ordinal) : name;

    private bool IsNamePart(int at)
    {
        var token = prose.Tokens[at];
        return token is { Kind: TokenKind.Word, IsCapital: true } && !Words.NeverInNames.Contains(token.Lower);
    }

    private int NameEnd(int at, int limit)
    {
        var tokens = prose.Tokens;
        var end = at + 1;
        while (end < limit && end - at < LongestName)
        {
            if (IsNamePart(end) || (tokens[end].Kind == TokenKind.Number && tokens[end].Lower.Length <= 3 && !tokens[end - 1].IsYear(out _)))
            {
                end++;
            }
            else if (tokens[end].IsLowerWord && end + 1 < limit && IsNamePart(end + 1) && (Words.Particles.Contains(tokens[end].Lower) || tokens[end].Lower is "the" or "of"))
            {
                end++;
            }
            else if (tokens[end].IsLowerWord && tokens[end].Lower is "ji" or "saab" or "sahib" or "sahab" or "bhai" or "san" or "sama" or "sensei" or "babu" or "akka" or "garu" or "hyung" or "noona")
            {
                end++; // "Roe ji"
                break;
            }
            else if (tokens[end].Is("/") && end + 1 < limit && IsNamePart(end + 1))
            {
                end++;
            }
            else if (tokens[end].Is("\"") && at > 0 && tokens[at - 1].Is("\"") && end + 1 < limit && IsNamePart(end + 1) && tokens[end + 1].AfterSpace)
            {
                end += 2; // "Red" Anna
            }
            else if (tokens[end].Is("\"") && end + 2 < limit && tokens[end + 1].IsCapital && ClosesNickname(end, limit) is var after && after > end)
            {
                end = after;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private int ClosesNickname(int at, int limit)
    {
        for (var k = at + 2; k < limit && k <= at + 4; k++)
        {
            if (prose.Tokens[k].Is("\""))
            {
                return k + 1 < limit && IsNamePart(k + 1) ? k + 2 : at;
            }
        }

        return at;
    }

    // "FBI" of "FBI chemist": capitals with a plain noun after them.
    private bool IsAdjective(int first, int last, int limit)
    {
        if (last >= limit || Words.Honorifics.Contains(prose.Tokens[first].Lower))
        {
            return false;
        }

        var next = prose.Tokens[last];
        return next.IsLowerWord && next.AfterSpace && !Words.Blockers.Contains(next.Lower) && !Words.Verbs.Contains(next.Lower)
            && !Words.NeverInNames.Contains(next.Lower) && !next.Lower.EndsWith("ing", StringComparison.Ordinal) && !next.Lower.EndsWith("ly", StringComparison.Ordinal)
            && !next.Lower.EndsWith("ed", StringComparison.Ordinal);
    }

    private bool IsOfSomeone(int at, int limit) =>
        at < limit && prose.Tokens[at].Is("'s")
        || (at < limit && prose.Tokens[at].Is("'") && prose.Tokens[at - 1].Lower.EndsWith('s') && at + 1 < limit && prose.Tokens[at + 1].IsLowerWord);

    private bool IsNoName(int first, int last)
    {
        var tokens = prose.Tokens;
        if (last - first == 1 && Words.Months.ContainsKey(tokens[first].Lower) && !Words.GivenNames.Contains(tokens[first].Lower))
        {
            return true;
        }

        if (tokens[first].Lower is "i" or "christmas" or "oscar-winning" or "oscar" || tokens[first].IsYear(out _))
        {
            return true;
        }

        if (last - first == 1 && tokens[first].Lower.Length > 4 && tokens[first].Lower.EndsWith('s') && Phrases.Countries.TryFind(Prose.Tokeniser.Read(prose.Slice(first, last)[..^1]), 0, 1, out _, out _))
        {
            return true; // "the portrayal of Ruritanians"
        }

        return Phrases.Countries.TryFind(tokens, first, last, out _, out var land) && land == last && !Words.GivenNames.Contains(tokens[first].Lower);
    }

    private int NameAfterComma(int at, int limit) =>
        at + 1 < limit && prose.Tokens[at].Is(",") && IsNamePart(at + 1) ? at + 1 : -1;

    // "his friend, Ilmo Roe." but not "a father, Jane Roe as his wife".
    private bool StandsAlone(int at, int limit)
    {
        if (at >= limit)
        {
            return true;
        }

        return prose.Tokens[at].Lower is "." or ";" or "!" or ")" || (prose.Tokens[at].Is(",") && at + 1 < limit && prose.Tokens[at + 1].IsLowerWord)
            || (prose.Tokens[at].Is("and") && at + 2 < limit && prose.Tokens[at + 1].IsCapital);
    }

    private bool IsDescription(int at, int first)
    {
        var token = prose.Tokens[at];
        if (token.Kind == TokenKind.Number || token.Lower is "\"" or "/" or "'s" or "-")
        {
            return true;
        }

        if (token.Is(","))
        {
            // "a tough, weary cop": an adjective on both sides.
            return at > first + 1 && prose.Tokens[at - 1].IsLowerWord && at + 1 < prose.Tokens.Count && prose.Tokens[at + 1].IsLowerWord && prose.Tokens[at + 1].Lower is not ("and" or "or" or "but" or "while" or "with" or "who");
        }

        if (token.Lower is "his" or "her" or "their" or "its" or "the" or "a" or "an" or "one" or "this" or "our" or "both" or "either" or "what")
        {
            return token.Lower is not ("both" or "either" or "what") && at <= first + 3;
        }

        if (token.Lower is "named" or "called" or "nicknamed" or "dubbed" or "and")
        {
            return at > first;
        }

        return token.IsLowerWord && !Words.Blockers.Contains(token.Lower);
    }
}
