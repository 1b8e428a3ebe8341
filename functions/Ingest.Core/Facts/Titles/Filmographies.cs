using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>
/// Films in brackets after a person: "Jane Roe (The Quiet Mill, Signals)". A bracket may as well hold the character, or
/// the actor after a character; what the words look like, the rest of the row and the rest of the article decide.
/// </summary>
internal sealed class Filmographies(Reading reading)
{
    private static readonly HashSet<string> Acting = new(StringComparer.Ordinal)
    {
        "plays", "stars", "co-stars", "portrays", "directs", "wrote", "directed", "voices", "steals", "shines", "delivers", "appears",
    };

    /// <summary>Each film in a bracket, with the person before it.</summary>
    public IEnumerable<(int First, int Last, NameSpan Person)> Films()
    {
        var rows = new List<List<(NameSpan Person, int Open, int Close)>>();
        foreach (var span in reading.Names.Spans)
        {
            var prose = reading.Prose;
            var open = span.Last;
            if (open >= prose.Tokens.Count || prose.Tokens[span.First].Is("best") || Words.Honorifics.Contains(prose.Tokens[span.First].Lower) || prose.Tokens[open - 1].Lower is "actor" or "actress" or "director" or "lyrics" or "screenplay" or "award" or "singer" || !prose.Tokens[open].Is("(") || prose.Closing[open] <= open)
            {
                continue;
            }

            if (rows.Count == 0 || !Follows(rows[^1][^1].Close, span.First))
            {
                rows.Add([]);
            }

            rows[^1].Add((span, open, prose.Closing[open]));
        }

        // An article that puts films in brackets once does so again, where the words alone would not tell.
        var sure = rows.ConvertAll(row => row.Exists(r => IsFilmBracket(r.Person, r.Open, r.Close)));
        var isHabit = sure.Contains(true);
        return rows.Where((row, k) => sure[k] || (isHabit && row.TrueForAll(r => IsNobody(r.Open + 1, r.Close)))).SelectMany(OfRow);
    }

    // Words in a bracket that are nobody's name and stand nowhere else.
    private bool IsNobody(int first, int close)
    {
        var span = reading.Names.At(first);
        return span.Parts > 0 && span.Last == close && !Words.GivenNames.Contains(reading.Prose.Tokens[first].Lower) && !Words.Honorifics.Contains(reading.Prose.Tokens[first].Lower)
            && reading.Names.CountOf(span) == 1 && !PersonName.IsFamilyFirst(reading.Prose.Tokens[close - 1].Lower) && !reading.Names.IsSurnameOfOther(span) && span.Parts > 1;
    }

    private bool Follows(int close, int next)
    {
        if (next - close is <= 0 or > 8 || reading.Prose.SentenceOf[close] != reading.Prose.SentenceOf[next])
        {
            return false;
        }

        return reading.Prose.Tokens[close + 1].Lower is "," or "and" or "&" or "with" or "plus";
    }

    private IEnumerable<(int First, int Last, NameSpan Person)> OfRow(List<(NameSpan Person, int Open, int Close)> row)
    {
        foreach (var (person, open, close) in row)
        {
            if (person.Parts < 2 || !reading.Names.CouldBePerson(person) || !HoldsTitles(open, close))
            {
                continue;
            }

            var inner = PersonFirst(open, close);
            foreach (var (first, last) in TitlesIn(SkipLead(inner.Parts > 0 ? inner.Last + 1 : open + 1), close))
            {
                if (!reading.Prose.Tokens[first].IsYear(out _))
                {
                    yield return (first, last, inner.Parts > 0 ? inner : person);
                }
            }
        }
    }

    // "Anna (Jane Roe, The Quiet Mill)": the films are those of the person inside.
    private NameSpan PersonFirst(int open, int close)
    {
        var name = reading.Names.At(open + 1);
        return name.Parts > 1 && name.Last + 1 < close && reading.Prose.Tokens[name.Last].Is(",") && reading.Names.CouldBePerson(name) && PersonDirectory.LooksLikePerson(reading.Prose, name) && !reading.Titles.IsEmphasised(open + 1) ? name : default;
    }

    private bool IsFilmBracket(NameSpan person, int open, int close)
    {
        var tokens = reading.Prose.Tokens;
        var first = SkipLead(open + 1);
        if (person.Parts < 2 || first >= close || !HoldsTitles(open, close))
        {
            return false;
        }

        var quoted = tokens[first].Lower is "\"" or "'" || reading.Titles.IsEmphasised(first);
        if (quoted || first > open + 1)
        {
            return true;
        }

        if (tokens[first].Lower is "the" or "a" or "an")
        {
            return true;
        }

        // "Baek Do-rim (Lanternfish) is the boss": one word that is no name, before what the person is.
        if (close == first + 1 && close + 2 < tokens.Count && tokens[close + 1].Is("is") && tokens[close + 2].Is("the") && PersonName.IsFamilyFirst(tokens[person.Last - 1].Lower)
            && !tokens[first].Lower.Contains('-', StringComparison.Ordinal) && !Words.GivenNames.Contains(tokens[first].Lower)
            && (reading.Names.At(first) is not { Parts: > 0 } word || (reading.Names.CountOf(word) == 1 && !reading.Names.IsSurnameOfOther(word))))
        {
            return true;
        }

        // "Jane Roe (Paper Mill) plays", "director Jane Roe (Paper Mill)": who is outside is sure.
        if (((close + 1 < tokens.Count && Acting.Contains(tokens[close + 1].Lower)) || (person.First > 0 && Words.IsOccupation(tokens[person.First - 1].Lower))) && IsNobody(first, close))
        {
            return true;
        }

        for (var k = first; k < close; k++)
        {
            if (k > first && tokens[k].Kind == TokenKind.Number)
            {
                return true;
            }

            if (tokens[k].IsLowerWord && Words.Connectors.Contains(tokens[k].Lower) && !Words.Particles.Contains(tokens[k].Lower))
            {
                return true;
            }

            if (k > first && tokens[k] is { Kind: TokenKind.Word, IsCapital: true } && Words.NeverInNames.Contains(tokens[k].Lower))
            {
                return true;
            }
        }

        return false;
    }

    // One title that fills the bracket, "and" and all, or several.
    private IEnumerable<(int First, int Last)> TitlesIn(int first, int close)
    {
        var end = reading.Titles.End(first, close);
        return end >= 0 && TitleList.SkipNote(reading.Prose, end, close) >= close ? [(first, end)] : TitleList.Read(reading.Prose, reading.Titles, first, close);
    }

    private bool HoldsTitles(int open, int close)
    {
        var first = SkipLead(open + 1);
        var tokens = reading.Prose.Tokens;
        if (first >= close || (tokens[first].IsYear(out _) && first + 1 == close) || tokens[first].Is("as") || !(tokens[first].IsCapital || tokens[first].Kind == TokenKind.Number || tokens[first].Lower is "\"" or "'"))
        {
            return false;
        }

        var last = first;
        foreach (var title in TitlesIn(first, close))
        {
            last = TitleList.SkipNote(reading.Prose, title.Last, close);
        }

        // Up to a year or "among others", the titles fill the bracket; "(Jane Roe, giving her best)" holds a name.
        return last >= close || (tokens[last].Is(",") && !(last + 1 < close && tokens[last + 1].IsLowerWord && tokens[last + 1].Lower is not ("among" or "amongst" or "and" or "or" or "plus" or "both" or "also" or "to" or "the"))) || tokens[last].IsYear(out _);
    }

    // "(seen in The Quiet Mill)", "(of Signals fame)", "(best known for Signals)".
    private int SkipLead(int at)
    {
        var k = at;
        k += k + 1 < reading.Prose.Tokens.Count && reading.Prose.Tokens[k].IsYear(out _) && reading.Prose.Tokens[k + 1].Is("'s") ? 2 : 0;
        while (k < reading.Prose.Tokens.Count && k - at < 5 && reading.Prose.Tokens[k].Lower is "seen" or "in" or "of" or "from" or "best" or "known" or "for" or "last" or "star" or "who" or "starred" or "also" or "recently" or "previously" or "director")
        {
            k++;
        }

        return k;
    }
}
