using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts;

/// <summary>Reads what phrasings leave open out of one article.</summary>
internal sealed class Slots(ProseText prose, NameIndex names, TitleReader titles, PeopleReader people, RoleReader roles) : ISlotReader
{
    // The end and two; zero where nobody asked yet.
    private int[]? _personEnds;

    /// <summary>Where each film reference starts, with its end; empty until the films are known.</summary>
    public Dictionary<int, int> References { get; } = [];

    /// <inheritdoc/>
    public int End(Slot slot, int at, int limit) => slot switch
    {
        Slot.Title => IsLooseYear(at, limit) ? -1 : titles.End(at, limit),
        Slot.Titles => IsLooseYear(at, limit) ? -1 : TitlesEnd(at, limit),
        Slot.Film => References.GetValueOrDefault(at, -1),
        Slot.Person => PersonEnd(at, limit),
        Slot.People or Slot.Cast => people.ListEnd(at, limit),
        Slot.Role => roles.Read(at, limit) is { Last: > 0 } role ? role.Last : -1,
        Slot.Year => prose.Tokens[at].IsYear(out _) ? at + 1 : -1,
        Slot.Number => prose.Tokens[at].Kind == TokenKind.Number || Words.Numbers.ContainsKey(prose.Tokens[at].Lower) ? at + 1 : -1,
        Slot.Date => Dates.End(prose.Tokens, at, limit),
        _ => -1,
    };

    /// <inheritdoc/>
    public bool CanStart(Slot slot, int at) => slot switch
    {
        Slot.Film => References.ContainsKey(at),
        Slot.Year => prose.Tokens[at].IsYear(out _),
        Slot.Person => names.At(at).Parts > 0,
        Slot.People or Slot.Cast => names.At(at).Parts > 0 && !people.IsInsideList(at),
        _ => false,
    };

    // Many phrasings ask for the person at one place, always up to the end of the sentence.
    private int PersonEnd(int at, int limit)
    {
        _personEnds ??= new int[prose.Tokens.Count];
        if (_personEnds[at] == 0)
        {
            _personEnds[at] = people.PersonEnd(at, limit) + 2;
        }

        return _personEnds[at] - 2;
    }

    // A year before a noun or a possessive is no title.
    private bool IsLooseYear(int at, int limit) =>
        prose.Tokens[at].IsYear(out _) && (at + 1 >= limit || !prose.Tokens[at + 1].IsCapital);

    private int TitlesEnd(int at, int limit)
    {
        var end = titles.End(at, limit, inList: true);
        while (end > 0)
        {
            var next = TitleList.SkipNote(prose, end, limit);
            var separated = TitleList.SkipSeparator(prose.Tokens, next, limit);
            var more = separated > next ? titles.End(separated, limit, inList: true) : -1;
            if (more < 0)
            {
                return end;
            }

            end = more;
        }

        return end;
    }
}
