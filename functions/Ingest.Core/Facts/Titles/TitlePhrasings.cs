using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Films that phrasings name: "a sequel to X", "better than X".</summary>
internal sealed class TitlePhrasings(Reading reading, FilmFindings found, TitleGuard guard)
{
    private ProseText Prose => reading.Prose;

    /// <summary>Adds the films that phrasings name.</summary>
    public void Find()
    {
        foreach (var match in reading.TitlePhrasings)
        {
            var tag = match.Pattern.Tag;
            if (tag == "alternate")
            {
                continue;
            }

            foreach (var (name, first, last) in match.Slots)
            {
                if (name is not ("title" or "titles"))
                {
                    continue;
                }

                if (match.TryGet("person", out var who, out _) && !(reading.Names.At(who) is { Parts: > 1 } person && reading.Names.CouldBePerson(person)))
                {
                    continue;
                }

                var row = name == "titles" ? [.. TitleList.Read(Prose, reading.Titles, first, Prose.LimitOf(first))] : new List<(int First, int Last)> { (first, last) };
                AddRow(match.Pattern, row, match.Last > last);
            }
        }
    }

    private void AddRow(Pattern pattern, List<(int First, int Last)> row, bool goesOn)
    {
        var tag = pattern.Tag;
        var isCertain = tag is not ("compared" or "contrasted" or "likely" or "likened" or "awarded" or "bare" or "solo" or "shaped") && pattern.Confidence >= 0.9;
        var isFilmRow = tag == "compared" || row.Exists(t => guard.LooksLikeTitle(t.First, t.Last));
        var isLikely = tag is "likely" or "likened";
        var isTitleRow = isLikely && row.Exists(t => guard.LooksLikeTitle(t.First, t.Last) || IsKnownElsewhere(t.First, t.Last));

        // "a cast of Jane Roe, Ilmo Rask and ...": people, though not every one has a name that is known for one.
        if (row.Count >= 3 && !isFilmRow && row.Exists(t => NoTitle.IsPerson(reading.Titles.Text(t.First, t.Last))))
        {
            return;
        }

        // "films such as A, B C and The D".
        var isLongFilmRow = pattern.Confidence >= 0.88 && tag == "passing" && row.Count >= 3 && isFilmRow;
        foreach (var (first, last) in row.ConvertAll(Owned))
        {
            if (tag != "named" && !guard.IsQuoted(first) && (IsAmount(first) || (last - first == 1 && !goesOn && IsModifier(last))))
            {
                continue;
            }

            if (tag is "bare" or "solo" && !IsBareTitle(first, last, tag == "solo" || row.Exists(t => t.Last - t.First > 1)))
            {
                continue;
            }

            if ((tag is "bare" or "solo" or "likely" or "likened" or "evoked" || pattern.Confidence < 0.855) && guard.IsNameOrDay(first, last))
            {
                continue;
            }

            if (tag == "shaped" && !IsShaped(first, last))
            {
                continue;
            }

            if (tag == "contrasted" && !IsAgainstKnown(last))
            {
                continue;
            }

            if (isLikely && (!isTitleRow || Enumerable.Range(first, last - first).Any(k => Words.Months.ContainsKey(Prose.Tokens[k].Lower) || Prose.Tokens[k].IsYear(out _)) || found.IsSubject(reading.Titles.Text(first, last))))
            {
                continue;
            }

            var start = guard.AfterOwner(first, last);
            var text = reading.Titles.Text(start, last);
            if (NoTitle.Is(text) || (tag != "named" && !guard.IsQuoted(start) && guard.Workers.Contains(text)) || (!isCertain && NoTitle.IsPerson(text) && !guard.IsQuoted(start) && !isLongFilmRow) || guard.PrecededByNoFilm(start) || guard.FollowedByNoFilm(last) || (tag == "named" && !IsNamedFilm(start, last)))
            {
                continue;
            }

            if (tag == "awarded" && (IsPrize(start, last) || (reading.Names.At(start) is { Parts: > 1 } winner && reading.Names.CountOf(winner) > 1)))
            {
                continue;
            }

            // "in Jane Roe's story of ...".
            if (tag != "named" && !guard.IsQuoted(start) && last + 1 < Prose.Tokens.Count && Prose.Tokens[last].Is("'s") && Prose.Tokens[last + 1].IsLowerWord && !guard.LooksLikeTitle(start, last)
                && reading.Names.At(start) is { Parts: > 0 } person && person.Last == last && (person.Parts > 1 || reading.Names.CountOf(person) > 1))
            {
                continue;
            }

            if (!isFilmRow && (tag == "evoked" || pattern.Confidence < 0.85) && !guard.IsQuoted(start) && TitleWords.Of(text).Count < 2)
            {
                continue;
            }

            found.Add(text, start, 0);
            (tag == "named" ? found.Named : found.Passing).Add((start, last));
        }
    }

    // "Where X was cool, The Quiet Mill is warm": the other side is a film that is known.
    private bool IsAgainstKnown(int last)
    {
        var limit = Prose.LimitOf(last - 1);
        for (var k = last; k + 1 < limit && k - last < 14; k++)
        {
            if (Prose.Tokens[k].Is(",") && reading.Titles.End(k + 1, limit) is > 0 and var end)
            {
                return found.IsSubject(reading.Titles.Text(k + 1, end));
            }
        }

        return false;
    }

    // "a sequel to Jane Roe's own Signals" is one to Signals.
    private (int First, int Last) Owned((int First, int Last) title)
    {
        var limit = Prose.LimitOf(title.First);
        var at = title.Last;
        if (at >= limit || !Prose.Tokens[at].Is("'s") || guard.IsQuoted(title.First))
        {
            return title;
        }

        at += at + 1 < limit && Prose.Tokens[at + 1].Lower is "own" ? 2 : 1;
        return reading.Titles.End(at, limit, inList: true) is var end && end > at ? (at, end) : title;
    }

    // "won for Best Actor", "nominated for the Golden Mill Award".
    private bool IsPrize(int first, int last) =>
        (last - first == 1 && first > 1 && Prose.Tokens[first - 2].Lower is "prize" or "prizes" or "award" or "awards") ||
        Prose.Tokens[first + (Prose.Tokens[first].Lower is "\"" or "'" ? 1 : 0)].Lower is "best" or "worst" or "outstanding" or "most" or "achievement" or "lifetime" or "favourite" or "favorite"
        || Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Prose.Tokens[k].Lower) || Words.Organisations.Contains(Prose.Tokens[k].Lower));

    // "Jane Roe from Song of the Weir", but "Jane Roe from Northern Ruritania".
    private bool IsShaped(int first, int last) =>
        guard.IsQuoted(first) || (last - first >= 3 && !Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Prose.Tokens[k].Lower) || Words.Organisations.Contains(Prose.Tokens[k].Lower))
            && (Prose.Tokens[first].Is("the") ? Enumerable.Range(first, last - first).All(k => Prose.Tokens[k].IsCapital) : Prose.Tokens[first + 1].Is("of") && !guard.IsOffice(first)) && !Phrases.Countries.TryFind(Prose.Tokens, last - 1, last, out _, out _));

    // Words that stand alone with a capital, as surnames do of those named before.
    private HashSet<string> Alone => field ??= [.. reading.Names.Spans.Where(n => n.Parts == 1 && !(n.First > 0 && Prose.Tokens[n.First - 1].IsCapital)).Select(n => Prose.Tokens[n.First].Lower)];

    // "it wants to be Signals in the Fog": no name of the text, no country's people, and not the film spoken of.
    private bool IsBareTitle(int first, int last, bool canBeOne)
    {
        var text = reading.Titles.Text(first, last);
        if (found.IsSubject(text) || (last < Prose.LimitOf(first) && Prose.Tokens[last].Is("'s")) || (last + 1 < Prose.LimitOf(first) && Prose.Tokens[last].Is("-") && !Prose.Tokens[last].AfterSpace))
        {
            return false;
        }

        if (guard.LooksLikeTitle(first, last))
        {
            return !Prose.Tokens[first].IsYear(out _);
        }

        var words = TitleWords.Of(text);
        if (words.Count == 1)
        {
            return canBeOne && !reading.Names.IsSurname(words[0]) && !Prose.Tokens[first].IsYear(out _) && !Words.GivenNames.Contains(words[0]) && !Phrases.Countries.TryFind(Prose.Tokens, first, last, out _, out _);
        }

        // "Signals Rising", but "Jane Roe" and "the Jane Roe kind".
        return !NoTitle.IsPerson(text) && !guard.Workers.Contains(text) && !Words.GivenNames.Contains(Prose.Tokens[first].Lower) && !Alone.Contains(Prose.Tokens[last - 1].Lower);
    }

    // "more than 900,000 Finns".
    private bool IsAmount(int first) => Prose.Tokens[first].Kind == TokenKind.Number && Prose.Tokens[first].Lower.AsSpan().ContainsAny(',', '.');

    // "a combination of Norse legend and ...": a name before a noun.
    private bool IsModifier(int last) =>
        last < Prose.Tokens.Count && Prose.Tokens[last].IsLowerWord && Prose.SentenceOf[last] == Prose.SentenceOf[last - 1] && !Words.Blockers.Contains(Prose.Tokens[last].Lower) && !Words.Verbs.Contains(Prose.Tokens[last].Lower)
        && !Words.Connectors.Contains(Prose.Tokens[last].Lower) && !Words.NeverInNames.Contains(Prose.Tokens[last].Lower) && !Prose.Tokens[last].Lower.EndsWith("ly", StringComparison.Ordinal);

    private bool IsKnownElsewhere(int first, int last) => found.Films.Known(reading.Titles.Text(first, last)) is { IsCertain: true };

    // After "film" a title is followed by a sign or a small word; a name that acts ("the film Jane Roe stars in") is none.
    private bool IsNamedFilm(int first, int last)
    {
        if (guard.IsQuoted(first) || last >= Prose.Tokens.Count || Prose.SentenceOf[last] != Prose.SentenceOf[first])
        {
            return true;
        }

        // "the horror film Roe is scoring".
        if (last + 1 < Prose.Tokens.Count && Prose.Tokens[last].Lower is "is" or "was" && Prose.Tokens[last + 1].IsLowerWord && Prose.Tokens[last + 1].Lower.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        return !Prose.Tokens[first].IsYear(out _) && Prose.Tokens[first].AfterSpace && (Prose.Tokens[last].Kind == TokenKind.Mark || Prose.Tokens[last].IsLowerWord)
            && !(TitleWords.Of(reading.Titles.Text(first, last)).Count == 1 && Words.Verbs.Contains(Prose.Tokens[last].Lower) && Prose.Tokens[last].Lower is not ("is" or "was" or "has"));
    }
}
