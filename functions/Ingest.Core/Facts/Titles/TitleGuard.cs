using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>What around a possible title speaks for or against its being a film's.</summary>
internal sealed class TitleGuard(Reading reading, FilmFindings found)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("title-cues.txt");

    private HashSet<string>? _makers;
    private HashSet<string>? _workers;

    private ProseText Prose => reading.Prose;

    /// <summary>Where a title begins behind its maker's name: "Jane Roe's Signals (1999)" names Signals.</summary>
    public int AfterOwner(int first, int end)
    {
        for (var k = end - 2; k > first; k--)
        {
            if (!Prose.Tokens[k].Is("'s"))
            {
                continue;
            }

            var owner = reading.Names.At(first);
            var isName = owner.Parts > 0 && owner.Last == k;
            if (isName && ((owner.Parts > 1 && PersonDirectory.LooksLikePerson(Prose, owner)
                && (reading.Names.CountOf(owner) > 1 || (first > 0 && Words.Occupations.Contains(Prose.Tokens[first - 1].Lower)))) || Makers.Contains(Prose.Tokens[k - 1].Lower)))
            {
                return k + 1;
            }

            // "Ilmo Rask's We Had a Mill".
            if (isName && owner.Parts > 1 && end - k > 3 && !Words.Honorifics.Contains(Prose.Tokens[first].Lower) && Enumerable.Range(k + 1, end - k - 1).Any(w => Prose.Tokens[w].IsLowerWord))
            {
                return k + 1;
            }

            // "Roe's The Quiet Mill": two titles do not stand in one.
            if (k - first <= 3 && k + 2 < end && Prose.Tokens[k + 1].Lower is "the" or "a" or "an" && Prose.Tokens[first].Lower is not ("the" or "a" or "an"))
            {
                return k + 1;
            }
        }

        return first;
    }

    // The surnames of those whom the text calls makers of films.
    private HashSet<string> Makers => _makers ??= [.. reading.Names.Spans.Where(IsMaker).Select(n => Prose.Tokens[n.Last - 1].Lower)];

    /// <summary>The full names of those who are at work in films.</summary>
    public HashSet<string> Workers => _workers ??= [.. reading.Names.Spans.Where(n => n.Parts > 1 && IsMaker(n)).Select(n => Prose.Slice(n.First, n.Last))];

    private bool IsMaker(NameSpan name) =>
        name.Parts > 1
            ? NoTitle.IsAtWork(Prose.Tokens, name.First, name.Last)
            : name.Last < Prose.Tokens.Count && Prose.Tokens[name.Last].Lower is "wrote" or "directs" or "directed" or "shoots" or "films" && reading.Names.IsSurname(Prose.Tokens[name.Last - 1].Lower);

    /// <summary>Whether the word behind says that it is no film: "Star Mill series", "the Star Mill novels".</summary>
    public bool FollowedByNoFilm(int last) =>
        last < Prose.Tokens.Count && Prose.Tokens[last].Lower is "series" or "franchise" or "trilogy" or "saga" or "universe" or "novel" or "novels" or "book" or "books" or "comic" or "comics" or "tv"
            or "television" or "show" or "album" or "magazine" or "award" or "festival" or "duology" or "film" or "films" or "movie" or "movies" or "/" or "cinematic" or "stage" or "musical" or "play" or "game" or "games";

    /// <summary>Whether the word before says so: "the live album X", "the novel X".</summary>
    public bool PrecededByNoFilm(int first)
    {
        var k = first - 1;
        k -= k > 0 && Prose.Tokens[k].Lower is "\"" or "'" ? 1 : 0;

        // "the novel (The Quiet Mill, 1999)".
        if (k > 0 && Prose.Tokens[k].Is("(") && Prose.Tokens[k - 1].Lower is "album" or "song" or "single" or "novel" or "book" or "play" or "memoir" or "novella" or "sitcom" or "magazine" or "band" or "opera" or "podcast")
        {
            return true;
        }

        return k >= 0 && Prose.Tokens[k].Lower is "album" or "song" or "single" or "novel" or "book" or "play" or "memoir" or "novella" or "series" or "show" or "sitcom" or "track" or "magazine" or "band" or "group" or "opera"
            or "manga" or "soap" or "podcast" or "game" or "character" or "actor" or "actress" or "director" or "sketch" or "episode" or "miniseries";
    }

    /// <summary>Whether unquoted words name somebody, a place or a day: "Uncle Jan", "Mount Roe", "Easter".</summary>
    public bool IsNameOrDay(int first, int last)
    {
        // "Jan and Uncle Tom".
        for (var k = first + 1; k + 1 < last; k++)
        {
            if (Prose.Tokens[k].Is("and") && (IsNameOrDayAlone(first, k) || IsNameOrDayAlone(k + 1, last)))
            {
                return true;
            }
        }

        return IsNameOrDayAlone(first, last);
    }

    private bool IsNameOrDayAlone(int first, int last) =>
        last - first is 1 or 2 && !IsQuoted(first) && found.Films.Known(reading.Titles.Text(first, last)) is not { IsCertain: true }
        && (last - first == 1 ? Vocabulary["day"].Contains(Prose.Tokens[first].Lower) : Vocabulary["somebody"].Contains(Prose.Tokens[first].Lower) || Vocabulary["somewhere"].Contains(Prose.Tokens[first].Lower) || (Prose.Tokens[first].Is("the") && Vocabulary["land"].Contains(Prose.Tokens[first + 1].Lower)));

    /// <summary>Whether the last word is that of a league's, a party's, a ministry's name.</summary>
    public bool IsBody(int last) => Vocabulary["body"].Contains(Prose.Tokens[last - 1].Lower);

    /// <summary>Whether "X of Y" is an office or a place: "Duke of", "Isle of".</summary>
    public bool IsOffice(int first) => Vocabulary["office"].Contains(Prose.Tokens[first].Lower);

    /// <summary>Whether words are written as titles are and names of people are not.</summary>
    public bool LooksLikeTitle(int first, int last) =>
        IsQuoted(first) || Prose.Tokens[first].Lower is "the" or "a" or "an" or "i" or "my"
        || Enumerable.Range(first, last - first).Any(k => Prose.Tokens[k].IsLowerWord || Prose.Tokens[k].Is("&") || Prose.Tokens[k].Kind == TokenKind.Number || (k > first && Words.NeverInNames.Contains(Prose.Tokens[k].Lower)))
        || (last < Prose.Tokens.Count - 1 && Prose.Tokens[last].Is("(") && Prose.Tokens[last + 1].IsYear(out _))
        || found.Films.Known(reading.Titles.Text(first, last)) is { IsCertain: true };

    /// <summary>Whether quotes or italics begin at a token.</summary>
    public bool IsQuoted(int first) => Prose.Tokens[first].Lower is "\"" or "'" || reading.Titles.IsEmphasised(first);
}
