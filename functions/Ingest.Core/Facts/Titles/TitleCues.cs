using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Films that their surroundings show to be films: a year behind the title, an apposition, a bracket, a row, capitals.</summary>
internal sealed class TitleCues(Reading reading, FilmFindings found, TitleGuard guard)
{
    // Words in small letters of a sentence that is not all capitals.
    private const int FewestSmall = 4;
    private const int NearFilms = 8;
    private const int LongestInRange = 8;

    private ProseText Prose => reading.Prose;

    /// <summary>Adds the films that stand beside a year: "X (1999)", "X, a 1999 thriller".</summary>
    public void FindDated()
    {
        FromYears();
        FromAppositions();
    }

    /// <summary>Adds those that other surroundings show.</summary>
    public void Find()
    {
        FromBrackets();
        FromRanges();
        FromLeads();
        FromCapitals();
    }

    // "The Quiet Mill (1999)".
    private void FromYears()
    {
        for (var at = 1; at + 2 < Prose.Tokens.Count; at++)
        {
            if (!Prose.Tokens[at].Is("(") || !Prose.Tokens[at + 1].IsYear(out _) || Prose.Tokens[at + 2].Lower is not (")" or "," or ";"))
            {
                continue;
            }

            var sentence = Prose.Sentences[Prose.SentenceOf[at]];
            var first = reading.Titles.Start(at, sentence.First);
            first = guard.AfterOwner(first, at);
            var text = reading.Titles.Text(first, at);
            if (first < at && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !guard.PrecededByNoFilm(first) && TitleWords.Of(text).Count > 0)
            {
                found.Add(text, first, 0);
            }
        }
    }

    // "stolen from The Quiet Mill, a 1999 Ruritanian thriller".
    private void FromAppositions()
    {
        for (var at = 2; at + 3 < Prose.Tokens.Count; at++)
        {
            if (!(Prose.Tokens[at].Lower is "a" or "an" or "the") || !Prose.Tokens[at + 1].IsYear(out _) || !(Prose.Tokens[at - 1].Is(",") || (Prose.Tokens[at - 1].Is("\"") && Prose.Tokens[at - 2].Is(",")))
                || !Definition.IsFilmNounAhead(Prose.Tokens, at + 2, Prose.LimitOf(at)))
            {
                continue;
            }

            var end = Prose.Tokens[at - 1].Is(",") ? at - 1 : at;
            var first = guard.AfterOwner(reading.Titles.Start(end, Prose.Sentences[Prose.SentenceOf[at]].First), end);
            var text = reading.Titles.Text(first, end);
            if (first < end && !NoTitle.Is(text) && !guard.PrecededByNoFilm(first) && TitleWords.Of(text).Count > 0)
            {
                found.Add(text, first, 0);
            }
        }
    }

    // "the sergeant (Roe in Signals)": whom somebody played elsewhere.
    private void FromBrackets()
    {
        for (var open = 1; open + 4 < Prose.Tokens.Count; open++)
        {
            if (!Prose.Tokens[open].Is("(") || Prose.Closing[open] is not (> 0 and var close) || close - open is < 4 or > 14)
            {
                continue;
            }

            var at = open + 1;
            while (at < close && at - open <= 4 && Prose.Tokens[at].IsCapital && Prose.Tokens[at].Kind == TokenKind.Word)
            {
                at++;
            }

            if (at == open + 1 || at + 1 >= close || !Prose.Tokens[at].Is("in") || reading.Titles.End(at + 1, close) != close || found.IsSubject(reading.Titles.Text(at + 1, close)))
            {
                continue;
            }

            var text = reading.Titles.Text(at + 1, close);
            if ((!NoTitle.Is(text) || NoTitle.IsCommonWord(text)) && !NoTitle.IsPerson(text) && !Prose.Tokens[close - 1].IsYear(out _) && !Words.Months.ContainsKey(Prose.Tokens[at + 1].Lower) && Prose.Tokens[open - 1].IsCapital)
            {
                found.Add(text, at + 1, 0);
                found.Passing.Add((at + 1, close));
            }
        }
    }

    // "The Quiet Mill - Roe's 1950s drama about flour - was named best film": what opens a sentence is said to be a film.
    private void FromLeads()
    {
        foreach (var sentence in Prose.Sentences)
        {
            var end = reading.Titles.End(sentence.First, sentence.Last);
            if (end <= sentence.First || end + 3 >= sentence.Last)
            {
                continue;
            }

            var text = reading.Titles.Text(sentence.First, end);
            if (!NoTitle.Is(text) && (IsOwnedFilm(end, sentence.Last) || (IsBestFilm(end, sentence.Last) && !NoTitle.IsPerson(text))))
            {
                found.Add(text, sentence.First, 0);
                found.Named.Add((sentence.First, end));
            }
        }
    }

    // ", Jane Roe's 1950s drama about flour".
    private bool IsOwnedFilm(int at, int limit)
    {
        if (!(Prose.Tokens[at].Lower is "-" or ","))
        {
            return false;
        }

        var owner = at + 1;
        while (owner < limit && owner - at <= 4 && Prose.Tokens[owner].IsCapital && Prose.Tokens[owner].Kind == TokenKind.Word)
        {
            owner++;
        }

        return owner > at + 1 && owner < limit && Prose.Tokens[owner].Is("'s") && Definition.IsFilmNounAhead(Prose.Tokens, owner + 1, limit);
    }

    // "was named best film", "won the prize for best foreign film".
    private bool IsBestFilm(int at, int limit)
    {
        var isSaid = Prose.Tokens[at].Is("was") && Prose.Tokens[at + 1].Lower is "named" or "voted" or "crowned" or "chosen" or "judged";
        if (!isSaid && !(Prose.Tokens[at].Lower is "won" or "wins" or "took" or "scooped" or "landed" or "collected"))
        {
            return false;
        }

        for (var k = at + 1; k < limit && k - at < 7; k++)
        {
            if (Prose.Tokens[k].Is("best"))
            {
                return Definition.IsFilmNounAhead(Prose.Tokens, k + 1, limit);
            }
        }

        return false;
    }

    // "From A to B to C", where films are spoken of or the titles are quoted.
    private void FromRanges()
    {
        foreach (var sentence in Prose.Sentences)
        {
            var row = new List<(int First, int Last)>();
            var at = sentence.First + 1;
            if (!Prose.Tokens[sentence.First].Is("from"))
            {
                continue;
            }

            for (var to = at; to < sentence.Last && to - at <= LongestInRange; to++)
            {
                if (Prose.Tokens[to].Is("to") && reading.Titles.End(at, to) == to)
                {
                    row.Add((at, to));
                    at = to + 1;
                }
            }

            if (row.Count > 0 && reading.Titles.End(at, sentence.Last) is > 0 and var end)
            {
                row.Add((at, end));
            }

            if (row.Count > 1 && (row.TrueForAll(t => guard.IsQuoted(t.First)) || (row.Count > 2 && IsAmongFilms(sentence.First))))
            {
                foreach (var (first, last) in row.Where(t => !NoTitle.Is(reading.Titles.Text(t.First, t.Last)) && !found.IsSubject(reading.Titles.Text(t.First, t.Last))))
                {
                    found.Add(reading.Titles.Text(first, last), first, 0);
                    found.Passing.Add((first, last));
                }
            }
        }
    }

    // THE QUIET MILL: where the article's own film is written in capitals, other films are, too.
    private void FromCapitals()
    {
        var titles = new List<(int First, int Last)>();
        var isHabit = false;
        foreach (var sentence in Prose.Sentences)
        {
            var small = 0;
            for (var at = sentence.First; at < sentence.Last; at++)
            {
                small += Prose.Tokens[at].IsLowerWord ? 1 : 0;
            }

            for (var at = sentence.First; small >= FewestSmall && at < sentence.Last; at++)
            {
                if (!IsInCapitals(at) || reading.Titles.End(at, sentence.Last, inList: true) is not (> 0 and var end))
                {
                    continue;
                }

                while (end > at + 1 && !IsInCapitals(end - 1) && Prose.Tokens[end - 1].Kind != TokenKind.Number)
                {
                    end--;
                }

                isHabit |= found.IsSubject(reading.Titles.Text(at, end));
                titles.Add((at, end));
                at = end - 1;
            }
        }

        foreach (var (first, last) in isHabit ? titles : [])
        {
            var text = reading.Titles.Text(first, last);
            var isLong = Enumerable.Range(first, last - first).Count(IsInCapitals) > 1 || (last + 1 < Prose.Tokens.Count && Prose.Tokens[last].Is("(") && Prose.Tokens[last + 1].IsYear(out _));
            if (isLong && found.Films.Known(text) is null && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !guard.PrecededByNoFilm(first) && !guard.FollowedByNoFilm(last) && !guard.IsBody(last)
                && !Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Prose.Tokens[k].Lower) || FilmTalk.IsShout(Prose.Tokens[k].Lower)))
            {
                found.Add(text, first, 0);
                found.Passing.Add((first, last));
            }
        }
    }

    private bool IsInCapitals(int token)
    {
        var word = Prose.Tokens[token];
        return word.Kind == TokenKind.Word && word.End - word.Start > 1 && Prose.Text.AsSpan(word.Start, word.End - word.Start) is var letters && letters.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(letters[0]);
    }

    // "a genre of our cinema. From A to B to C": of many things, films are spoken of.
    private bool IsAmongFilms(int title)
    {
        var first = Prose.Sentences[Prose.SentenceOf[title]].First;
        for (var k = Math.Max(0, first - NearFilms); k < Math.Min(Prose.Tokens.Count, first + (3 * NearFilms)); k++)
        {
            if (Prose.Tokens[k].Lower is "films" or "movies" or "cinema" or "filmography" or "sub-genre" or "subgenre" or "titles" or "blockbusters")
            {
                return true;
            }
        }

        return false;
    }
}
