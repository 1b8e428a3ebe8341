using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>Reads one person, or people in a row with what is said of each.</summary>
internal sealed class PeopleReader(ProseText prose, NameIndex names, RoleReader roles)
{
    private const int LongestApposition = 30;
    private const int LongestRow = 50;
    private const int LongestAside = 14;
    private static readonly PhraseTable<bool> Openers = ReadOpeners();
    private static readonly List<Billing> Nobody = [];

    private readonly Dictionary<int, (int End, List<Billing> People)> _rows = [];
    private readonly Epithets _epithets = new(prose, names);

    /// <summary>Where the person that starts at a token, epithets first ("veteran actor Jane Roe"), ends; -1 where none does.</summary>
    /// <remarks>A bracket behind the name belongs to the person.</remarks>
    public int PersonEnd(int at, int limit) => _epithets.Skip(at, limit) is var name && name >= 0 ? Note(names.At(name).Last, limit).After : -1;

    /// <summary>The name of the person that starts at a token, epithets first; no parts where none does.</summary>
    public NameSpan Person(int at, int limit) => _epithets.Skip(at, limit) is var name && name >= 0 ? names.At(name) : default;

    /// <summary>Where people in a row end; -1 where none start.</summary>
    public int ListEnd(int at, int limit)
    {
        return Row(at, limit).End;
    }

    /// <summary>People in a row.</summary>
    public List<Billing> List(int at, int limit) => [.. Row(at, limit).People];

    /// <summary>Whether the name that starts here goes on a row begun before it.</summary>
    public bool IsInsideList(int at)
    {
        var begin = at - (at > 0 && prose.Tokens[at - 1].Is("the") && prose.Tokens[at - 1].IsCapital ? 1 : 0); // "A and The Boulder".
        var k = begin - 1;
        if (k >= 0 && prose.Tokens[k].Lower is "and" or "&")
        {
            k--;
        }

        if (k >= 0 && prose.Tokens[k].Is(","))
        {
            k--;
        }

        if (k == begin - 1 || k < 0)
        {
            return false;
        }

        // The token before the separator ends a name, and one that is no character ("as Anna, and Jane Roe plays").
        for (var span = names.IndexFrom(k - 5); span < names.Spans.Count && names.Spans[span].First <= k; span++)
        {
            if (names.Spans[span].Last == k + 1 && names.Spans[span].Parts == 1 && !names.IsSurname(prose.Tokens[k].Lower) && names.At(at).Parts > 1)
            {
                return false;
            }

            if (names.Spans[span].Last == k + 1 && names.Spans[span].First > 0
                && prose.Tokens[names.Spans[span].First - 1].Lower is "as" or "plays" or "portrays" or "played" or "voices" or "playing" or "called" or "named" or "nicknamed" or "dubbed")
            {
                return false;
            }
        }

        return prose.Tokens[k].IsCapital && !Words.NeverInNames.Contains(prose.Tokens[k].Lower) && prose.SentenceOf[k] == prose.SentenceOf[at];
    }

    // Many phrasings ask for the row at one place; it is read once.
    private (int End, List<Billing> People) Row(int at, int limit)
    {
        if (!_rows.TryGetValue(at, out var row))
        {
            List<Billing>? people = null;
            var end = Walk(at, limit, ref people);
            _rows[at] = row = (end, people ?? Nobody);
        }

        return row;
    }

    // Where the row ends; -1 where none starts.
    private int Walk(int at, int limit, ref List<Billing>? people)
    {
        var end = -1;
        var next = SkipOpener(at, limit);
        var sharing = 0;
        for (var first = true; next < limit; first = false)
        {
            var start = StageName(next, limit) is { Parts: > 0 } ? next : _epithets.Skip(next, limit);
            if (start < 0 || (!first && HoldsMaker(next, start)) || !CanBeBilled(BilledAt(start, limit), limit, first) || (start > next && prose.Tokens[start - 1].Is("the") && BilledAt(start, limit).Parts == 1))
            {
                return end;
            }

            var name = BilledAt(start, limit);
            var shared = SharedSurname(name, limit);
            var (noteFirst, noteLast, after) = Note(name.Last, limit);
            var role = default(RoleSpan);
            after += after < limit && prose.Tokens[after].Lower is "himself" or "herself" or "themselves" ? 1 : 0;
            after = SkipDebut(after, limit);
            if (after < limit && prose.Tokens[after].Is("as") && !IsComparison(after, limit))
            {
                role = roles.Read(after + 1, limit);
                after = role.Last > 0 ? role.Last : after;
            }
            else if (after + 3 < limit && prose.Tokens[after].Is("in") && prose.Tokens[after + 1].Is("the") && prose.Tokens[after + 2].Lower is "title" or "titular" or "eponymous" && prose.Tokens[after + 3].Lower is "role" or "part")
            {
                after += 4;
                role = new RoleSpan(after, after, after, true);
            }

            people ??= [];
            people.Add(new Billing(name, role, noteFirst, noteLast, shared));
            end = after;
            if (people.Count == LongestRow)
            {
                return end;
            }

            sharing++;
            if (role.IsNamed && sharing > 1 && roles.ReadRow(role, limit) is { Count: > 1 } shares && shares.Count == sharing)
            {
                return end; // "A and B as X and Y": Y is no third person.
            }

            sharing = role.Last > 0 ? 0 : sharing;
            after = SkipRemark(after, limit);
            var separated = SkipSeparator(after, limit);
            if (separated == after && role.Last == 0)
            {
                return end;
            }

            next = separated > after && (StageName(separated, limit).Parts > 0 || (_epithets.Skip(separated, limit) is var candidate && candidate >= 0 && CanBeBilled(names.At(candidate), limit, false))) ? separated : SkipApposition(after, limit, role.Last > 0);
            if (next < 0 || (role.IsNamed && _epithets.Skip(next, limit) is var lone && lone >= 0 && names.At(lone) is { Parts: 1 } single && !names.IsSurname(prose.Tokens[lone].Lower)
                && !(single.Last < limit && prose.Tokens[single.Last].Is("as"))))
            {
                return end; // "A as X and Y": Y is a character too.
            }
        }

        return end;
    }

    // "Jane Roe in her feature film debut as Anna".
    private int SkipDebut(int at, int limit)
    {
        if (at + 3 >= limit || !prose.Tokens[at].Is("in") || prose.Tokens[at + 1].Lower is not ("his" or "her" or "their" or "a" or "an"))
        {
            return at;
        }

        for (var k = at + 2; k < limit && k - at <= 6; k++)
        {
            if (prose.Tokens[k].Is("as"))
            {
                return k;
            }

            if (!prose.Tokens[k].IsLowerWord)
            {
                break;
            }
        }

        return at;
    }

    // "Jane Roe in the lead, director John Doe": the row of players is over.
    private bool HoldsMaker(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (prose.Tokens[k].Lower is "director" or "filmmaker" or "film-maker" or "writer-director" or "producer" or "composer" or "cinematographer" or "editor" or "screenwriter")
            {
                return true;
            }
        }

        return false;
    }

    private NameSpan BilledAt(int at, int limit) => StageName(at, limit) is { Parts: > 0 } stage ? stage : names.At(at);

    // "The Boulder" in a row of names.
    private NameSpan StageName(int at, int limit)
    {
        if (at + 1 >= limit || at == 0 || !prose.Tokens[at].Is("the") || !prose.Tokens[at].IsCapital || prose.Tokens[at - 1].Lower is not ("," or "and" or "&"))
        {
            return default;
        }

        var name = names.At(at + 1);
        return name.Parts is 1 or 2 && names.CouldBePerson(name) && (name.Last >= limit || prose.Tokens[name.Last].Lower is "," or "and" or "." or "&" or "as")
            ? new NameSpan(at, name.Last, name.Parts + 1)
            : default;
    }

    // A lone capitalised word goes on a row only where the row goes on or ends after it.
    private bool CanBeBilled(NameSpan name, int limit, bool first)
    {
        // In a row of names, capitals alone are a name too ("QZX").
        if (!names.CouldBePerson(name) && (first || !names.IsPlainAcronym(name)))
        {
            return false;
        }

        // "Jane Roe's use of", "Ann Hughes' wife": theirs, not they.
        if (name.Last < limit && ((!first && prose.Tokens[name.Last].Is("'s")) || (prose.Tokens[name.Last].Is("'") && name.Last + 1 < limit && prose.Tokens[name.Last + 1].IsLowerWord && prose.Tokens[name.Last - 1].Lower.EndsWith('s'))))
        {
            return false;
        }

        return first || name.Parts > 1 || name.Last >= limit || Words.Verbs.Contains(prose.Tokens[name.Last].Lower)
            || prose.Tokens[name.Last].Lower is "," or "." or ";" or "and" or "as" or "(" or "&" or "in" or ")" or "-" or "who" or "with" or "from" or "to" or "also";
    }

    // "Piet" of "Piet and Ilmo Roe".
    private NameSpan SharedSurname(NameSpan name, int limit)
    {
        if (name.Parts != 1 || name.Last + 1 >= limit || prose.Tokens[name.Last].Lower is not ("and" or "&"))
        {
            return default;
        }

        var other = names.At(name.Last + 1);
        return other.Parts >= 2 && names.CouldBePerson(other) ? other : default;
    }

    private (int First, int Last, int After) Note(int at, int limit)
    {
        if (at < limit && prose.Tokens[at].Is("(") && prose.Closing[at] is var close && close > at && close < limit)
        {
            return (at + 1, close, close + 1);
        }

        return (-1, -1, at);
    }

    private bool IsComparison(int at, int limit) => at + 1 < limit && prose.Tokens[at + 1].Lower is "well" or "they" or "he" or "she" or "it" or "if" or "do" or "does" or "is";

    private int SkipSeparator(int at, int limit)
    {
        var tokens = prose.Tokens;
        var next = at;
        if (next < limit && (tokens[next].Is(",") || (tokens[next].Is(";") && next + 2 < limit && tokens[next + 1].Is("and") && tokens[next + 2].Is(","))))
        {
            next++;
        }

        if (next < limit && tokens[next].Lower is "and" or "&" or "plus" or "alongside")
        {
            next++;
        }
        else if (next + 2 < limit && tokens[next].Is("as") && tokens[next + 1].Is("well") && tokens[next + 2].Is("as"))
        {
            next += 3;
        }
        else if (next + 1 < limit && tokens[next].Lower is "along" or "together" && tokens[next + 1].Is("with"))
        {
            next += 2;
        }
        else if (next + 1 < limit && tokens[next].Lower is "with" or "opposite" && names.At(next + 1).Parts > 1)
        {
            next++;
        }

        return next > at && tokens[next - 1].Is("and") ? SkipAside(next, limit) : next;
    }

    // "and, in a role of four lines, Jane Roe": what stands between "and" and the name.
    private int SkipAside(int at, int limit)
    {
        if (at + 3 >= limit || !prose.Tokens[at].Is(",") || prose.Tokens[at + 1].Lower is not ("in" or "for" or "as" or "with" or "at" or "best" or "inevitably" or "finally" or "briefly" or "last" or "most" or "yes" or "of" or "later"))
        {
            return at;
        }

        for (var k = at + 1; k < limit && k - at <= LongestAside; k++)
        {
            if (prose.Tokens[k].Is(","))
            {
                return _epithets.Skip(k + 1, limit) >= 0 ? k + 1 : at;
            }

            if (!prose.Tokens[k].IsLowerWord && !prose.Tokens[k].Is("-") && prose.Tokens[k].Kind != TokenKind.Number)
            {
                break;
            }
        }

        return at;
    }

    // "in a double role" before the next comma of a row.
    private int SkipRemark(int at, int limit)
    {
        if (at >= limit || !prose.Tokens[at].Is("in"))
        {
            return at;
        }

        for (var k = at + 1; k < limit && k - at <= 6; k++)
        {
            if (prose.Tokens[k].Lower is "," or "alongside" or "opposite" or "along" && SkipSeparator(k, limit) is var next && _epithets.Skip(next, limit) >= 0)
            {
                return k;
            }

            if (!prose.Tokens[k].IsLowerWord)
            {
                break;
            }
        }

        return at;
    }

    // ", a retired dancer with a limp, " before the next of a row.
    private int SkipApposition(int at, int limit, bool hasRole)
    {
        var tokens = prose.Tokens;
        if (at >= limit || !(hasRole || tokens[at].Is(",") || tokens[at].Lower is "who" or "whose"))
        {
            return -1;
        }

        for (var k = hasRole ? at : at + 1; k < limit && k - at <= LongestApposition; k++)
        {
            if (tokens[k].Lower is ";" or "(")
            {
                return -1;
            }

            if (tokens[k].Lower is "," or "and" && SkipSeparator(k, limit) is var next && next > k && names.At(next) is { Parts: > 1 } name
                && name.Last < limit && tokens[name.Last].Is("as") && names.CouldBePerson(name))
            {
                return next;
            }
        }

        return -1;
    }

    private int SkipOpener(int at, int limit)
    {
        while (Openers.TryFind(prose.Tokens, at, limit, out _, out var end))
        {
            at = end;
        }

        return at;
    }

    private static PhraseTable<bool> ReadOpeners()
    {
        var table = new PhraseTable<bool>();
        foreach (var line in DataFile.Lines("people-openers.txt"))
        {
            table.Add(line, true);
        }

        return table;
    }
}
