using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>
/// Finds the films that an article names: by its headline, by sentences that define one ("X is a 1999 thriller"), by a year
/// behind a title, by phrasings, by films in brackets after a person; and tells which of them it is about.
/// </summary>
internal sealed class FilmFinder(Reading reading)
{
    private const double SectionWeight = 6;
    private const double DefinitionWeight = 6;
    private const double LateDefinitionWeight = 3;
    private const double SubjectWeight = 3;

    // Words in small letters of a sentence that is not all capitals.
    private const int FewestSmall = 4;
    private const int NearFilms = 8;
    private const int LongestInRange = 8;

    private readonly FilmIndex _films = new();
    private readonly HashSet<(int First, int Last)> _passing = [];
    private readonly HashSet<(int First, int Last)> _named = [];
    private HashSet<string>? _makers;
    private HashSet<string>? _workers;

    private ProseText Prose => reading.Prose;

    /// <summary>Finds them.</summary>
    /// <param name="reviewed">Titles that the page's data give as what is reviewed.</param>
    public FilmIndex Find(IReadOnlyList<string> reviewed)
    {
        foreach (var title in reviewed)
        {
            Add(title, int.MaxValue, 10);
        }

        if (reviewed.Count == 0 && !FilmTalk.Is(Prose.Tokens, reading.Article.Title))
        {
            return _films;
        }

        FromSections();
        if (_films.Sections.Count == 0)
        {
            new HeadlineFilms(reading, Add, _films.Alias).Find();
            FromOpening();
        }

        FromDefinitions();
        FromYears();
        FromAppositions();
        FromPhrasings();
        FromBrackets();
        FromRanges();
        FromLeads();
        FromCapitals();
        FromFilmographies();
        FromTakings();

        FromItalics();
        _films.FindMentions(Prose);
        _films.ExtendToDefinitions();
        MarkPassing();
        Weigh();
        return _films;
    }

    private Film? Add(string title, int token, double weight, bool isCertain = true)
    {
        var film = _films.Of(title);
        if (film is null)
        {
            return null;
        }

        film.AddSpelling(title, token);
        film.Weight += weight;
        film.IsCertain |= isCertain;
        return film;
    }

    private void FromSections()
    {
        foreach (var (first, last, isFilm) in Sections.Find(Prose, reading.Titles))
        {
            var film = isFilm ? Add(reading.Titles.Text(first, last), first, SectionWeight) : null;
            _films.Sections.Add((first, film));
            if (film is not null)
            {
                _named.Add((first, last));
            }
        }
    }

    // "The Quiet Mill (Arrow). It took years ...": a notice that begins with its film, when the headline names none.
    private void FromOpening()
    {
        if (_films.Films.Count > 0 || Prose.Tokens.Count == 0)
        {
            return;
        }

        var at = Math.Min(reading.BodyStart, Prose.Tokens.Count - 1);
        var end = reading.Titles.End(at, Prose.LimitOf(at));
        if (end <= at || end >= Prose.Tokens.Count || !Prose.Tokens[end].Is("(") || Prose.Closing[end] is not (> 0 and var close) || close - end > 6 || close + 1 >= Prose.Tokens.Count
            || Prose.Tokens[close + 1].Lower is not ("." or "-" or ":" or ","))
        {
            return;
        }

        var text = reading.Titles.Text(at, end);
        if (TitleWords.Of(text).Count >= 2 && !NoTitle.Is(text) && !NoTitle.IsPerson(text))
        {
            Add(text, at, SubjectWeight + 1);
        }
    }

    private bool IsCapitalised(int token) => Prose.Tokens[token].IsCapital || Prose.Tokens[token].Kind == TokenKind.Number;

    private void FromDefinitions()
    {
        for (var s = 0; s < Prose.Sentences.Count; s++)
        {
            if (Definition.Find(reading, Prose.Sentences[s], t => _films.Known(t) is not null) is { } definition)
            {
                definition = AfterOwner(definition);
                var text = reading.Titles.Text(definition.First, definition.Last);
                if ((NoTitle.Is(text) && !IsCommonWordTitle(definition, text) && !OpensHeadline(definition, text)) || (!definition.IsStrong && (NoTitle.IsPerson(text) || TitleWords.Of(text).Count < 2)))
                {
                    continue;
                }

                var colon = text.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && _films.Known(text[..colon]) is { IsCertain: true, Weight: >= SubjectWeight } whole && _films.Known(text) is null)
                {
                    _films.Alias(text, whole);
                    text = whole.Title;
                }

                var film = Add(text, definition.First, definition.IsStrong && s - Prose.SentenceOf[Math.Min(reading.BodyStart, Prose.Tokens.Count - 1)] <= 2 ? DefinitionWeight : LateDefinitionWeight);
                _named.Add((definition.First, definition.Last));
                if (film is not null)
                {
                    _films.Definitions.Add((definition.First, definition.Last, definition.Be, film));
                    AddOtherTitles(film, definition);
                }
            }
        }
    }

    // "Jane Roe's Signals is a thriller" where Signals is known.
    private Definition AfterOwner(Definition definition)
    {
        for (var k = definition.First + 1; k < definition.Last - 1; k++)
        {
            if (Prose.Tokens[k].Is("'s") && _films.Known(reading.Titles.Text(k + 1, definition.Last)) is not null)
            {
                return definition with { First = k + 1 };
            }
        }

        return definition;
    }

    // "Nobody is a 2021 thriller" under a headline that begins with the word.
    private bool OpensHeadline(Definition definition, string text) =>
        definition.IsStrong && reading.Article.Title is { } headline && headline.StartsWith(text, StringComparison.Ordinal) && (headline.Length == text.Length || !char.IsLetterOrDigit(headline[text.Length]))
        && Enumerable.Range(definition.Be, Math.Min(4, Prose.Tokens.Count - definition.Be)).Any(k => Prose.Tokens[k].IsYear(out _));

    // "Alien is a 1979 ... film": a word of other meaning, where the headline has it too or a year follows.
    private bool IsCommonWordTitle(Definition definition, string text) =>
        definition.IsStrong && NoTitle.IsCommonWord(text)
        && ((Prose.Tokens[definition.Be + 1].Lower is "a" or "an" && Prose.Tokens[definition.Be + 2].IsYear(out _))
            || Headline.Candidates(reading.Article.Title ?? "").Exists(c => string.Equals(c.Text, text, StringComparison.OrdinalIgnoreCase)));

    // The notes between a title and "is" hold other titles of the same film.
    private void AddOtherTitles(Film film, Definition definition)
    {
        for (var open = definition.Last; open < definition.Be; open++)
        {
            if (Prose.Closing[open] <= open || !Prose.Tokens[open].Is("("))
            {
                continue;
            }

            foreach (var (first, last, confidence) in TitleNotes.Read(Prose, reading.Titles, open, open == definition.Last))
            {
                if (confidence >= 0.85)
                {
                    _films.Alias(reading.Titles.Text(first, last), film);
                }
            }

            open = Prose.Closing[open];
        }
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
            first = AfterOwner(first, at);
            var text = reading.Titles.Text(first, at);
            if (first < at && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !PrecededByNoFilm(first) && TitleWords.Of(text).Count > 0)
            {
                Add(text, first, 0);
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
            var first = AfterOwner(reading.Titles.Start(end, Prose.Sentences[Prose.SentenceOf[at]].First), end);
            var text = reading.Titles.Text(first, end);
            if (first < end && !NoTitle.Is(text) && !PrecededByNoFilm(first) && TitleWords.Of(text).Count > 0)
            {
                Add(text, first, 0);
            }
        }
    }

    // "Jane Roe's Signals (1999)" names Signals.
    private int AfterOwner(int first, int end)
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

    // The full names of those who are at work in films.
    private HashSet<string> Workers => _workers ??= [.. reading.Names.Spans.Where(n => n.Parts > 1 && IsMaker(n)).Select(n => Prose.Slice(n.First, n.Last))];

    private bool IsMaker(NameSpan name) =>
        name.Parts > 1
            ? NoTitle.IsAtWork(Prose.Tokens, name.First, name.Last)
            : name.Last < Prose.Tokens.Count && Prose.Tokens[name.Last].Lower is "wrote" or "directs" or "directed" or "shoots" or "films" && reading.Names.IsSurname(Prose.Tokens[name.Last - 1].Lower);

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

            if (at == open + 1 || at + 1 >= close || !Prose.Tokens[at].Is("in") || reading.Titles.End(at + 1, close) != close || _films.Known(reading.Titles.Text(at + 1, close)) is { Weight: >= SubjectWeight })
            {
                continue;
            }

            var text = reading.Titles.Text(at + 1, close);
            if ((!NoTitle.Is(text) || NoTitle.IsCommonWord(text)) && !NoTitle.IsPerson(text) && !Prose.Tokens[close - 1].IsYear(out _) && !Words.Months.ContainsKey(Prose.Tokens[at + 1].Lower) && Prose.Tokens[open - 1].IsCapital)
            {
                Add(text, at + 1, 0);
                _passing.Add((at + 1, close));
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
                Add(text, sentence.First, 0);
                _named.Add((sentence.First, end));
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

            if (row.Count > 1 && (row.TrueForAll(t => IsQuoted(t.First)) || (row.Count > 2 && IsAmongFilms(sentence.First))))
            {
                foreach (var (first, last) in row.Where(t => !NoTitle.Is(reading.Titles.Text(t.First, t.Last)) && _films.Known(reading.Titles.Text(t.First, t.Last)) is not { Weight: >= SubjectWeight }))
                {
                    Add(reading.Titles.Text(first, last), first, 0);
                    _passing.Add((first, last));
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

                isHabit |= _films.Known(reading.Titles.Text(at, end)) is { Weight: >= SubjectWeight };
                titles.Add((at, end));
                at = end - 1;
            }
        }

        foreach (var (first, last) in isHabit ? titles : [])
        {
            var text = reading.Titles.Text(first, last);
            var isLong = Enumerable.Range(first, last - first).Count(IsInCapitals) > 1 || (last + 1 < Prose.Tokens.Count && Prose.Tokens[last].Is("(") && Prose.Tokens[last + 1].IsYear(out _));
            if (isLong && _films.Known(text) is null && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !PrecededByNoFilm(first) && !FollowedByNoFilm(last)
                && !Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Prose.Tokens[k].Lower) || FilmTalk.IsShout(Prose.Tokens[k].Lower)))
            {
                Add(text, first, 0);
                _passing.Add((first, last));
            }
        }
    }

    private bool IsInCapitals(int token)
    {
        var word = Prose.Tokens[token];
        return word.Kind == TokenKind.Word && word.End - word.Start > 1 && Prose.Text.AsSpan(word.Start, word.End - word.Start) is var letters && letters.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(letters[0]);
    }

    private void FromPhrasings()
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
                AddRow(match.Pattern, row);
            }
        }
    }

    private void AddRow(Pattern pattern, List<(int First, int Last)> row)
    {
        var tag = pattern.Tag;
        var isCertain = tag is not ("compared" or "contrasted" or "likely" or "likened" or "awarded") && pattern.Confidence >= 0.9;
        var isFilmRow = tag == "compared" || row.Exists(t => LooksLikeTitle(t.First, t.Last));
        var isLikely = tag is "likely" or "likened";
        var isTitleRow = isLikely && row.Exists(t => LooksLikeTitle(t.First, t.Last) || IsKnownElsewhere(t.First, t.Last));

        // "a cast of Jane Roe, Ilmo Rask and ...": people, though not every one has a name that is known for one.
        if (row.Count >= 3 && !isFilmRow && row.Exists(t => NoTitle.IsPerson(reading.Titles.Text(t.First, t.Last))))
        {
            return;
        }

        // "films such as A, B C and The D".
        var isLongFilmRow = pattern.Confidence >= 0.88 && tag == "passing" && row.Count >= 3 && isFilmRow;
        foreach (var (first, last) in row.ConvertAll(Owned))
        {
            if (tag != "named" && !IsQuoted(first) && (IsAmount(first) || (last - first == 1 && IsModifier(last))))
            {
                continue;
            }

            if (tag == "contrasted" && !IsAgainstKnown(last))
            {
                continue;
            }

            if (isLikely && (!isTitleRow || Enumerable.Range(first, last - first).Any(k => Words.Months.ContainsKey(Prose.Tokens[k].Lower) || Prose.Tokens[k].IsYear(out _)) || _films.Known(reading.Titles.Text(first, last)) is { Weight: >= SubjectWeight }))
            {
                continue;
            }

            var start = AfterOwner(first, last);
            var text = reading.Titles.Text(start, last);
            if (NoTitle.Is(text) || (tag != "named" && !IsQuoted(start) && Workers.Contains(text)) || (!isCertain && NoTitle.IsPerson(text) && !IsQuoted(start) && !isLongFilmRow) || PrecededByNoFilm(start) || FollowedByNoFilm(last) || (tag == "named" && !IsNamedFilm(start, last)))
            {
                continue;
            }

            if (tag == "awarded" && (IsPrize(start, last) || (reading.Names.At(start) is { Parts: > 1 } winner && reading.Names.CountOf(winner) > 1)))
            {
                continue;
            }

            // "in Jane Roe's story of ...".
            if (tag != "named" && !IsQuoted(start) && last + 1 < Prose.Tokens.Count && Prose.Tokens[last].Is("'s") && Prose.Tokens[last + 1].IsLowerWord && !LooksLikeTitle(start, last)
                && reading.Names.At(start) is { Parts: > 0 } person && person.Last == last && (person.Parts > 1 || reading.Names.CountOf(person) > 1))
            {
                continue;
            }

            if (!isFilmRow && (tag == "evoked" || pattern.Confidence < 0.85) && !IsQuoted(start) && TitleWords.Of(text).Count < 2)
            {
                continue;
            }

            Add(text, start, 0);
            (tag == "named" ? _named : _passing).Add((start, last));
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
                return _films.Known(reading.Titles.Text(k + 1, end)) is { Weight: >= SubjectWeight };
            }
        }

        return false;
    }

    // "a sequel to Jane Roe's own Signals" is one to Signals.
    private (int First, int Last) Owned((int First, int Last) title)
    {
        var limit = Prose.LimitOf(title.First);
        var at = title.Last;
        if (at >= limit || !Prose.Tokens[at].Is("'s") || IsQuoted(title.First))
        {
            return title;
        }

        at += at + 1 < limit && Prose.Tokens[at + 1].Lower is "own" ? 2 : 1;
        return reading.Titles.End(at, limit, inList: true) is var end && end > at ? (at, end) : title;
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

    // "won for Best Actor", "nominated for the Golden Mill Award".
    private bool IsPrize(int first, int last) =>
        (last - first == 1 && first > 1 && Prose.Tokens[first - 2].Lower is "prize" or "prizes" or "award" or "awards") ||
        Prose.Tokens[first + (Prose.Tokens[first].Lower is "\"" or "'" ? 1 : 0)].Lower is "best" or "worst" or "outstanding" or "most" or "achievement" or "lifetime" or "favourite" or "favorite"
        || Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Prose.Tokens[k].Lower) || Words.Organisations.Contains(Prose.Tokens[k].Lower));

    // "more than 900,000 Finns".
    private bool IsAmount(int first) => Prose.Tokens[first].Kind == TokenKind.Number && Prose.Tokens[first].Lower.AsSpan().ContainsAny(',', '.');

    // "a combination of Norse legend and ...": a name before a noun.
    private bool IsModifier(int last) =>
        last < Prose.Tokens.Count && Prose.Tokens[last].IsLowerWord && Prose.SentenceOf[last] == Prose.SentenceOf[last - 1] && !Words.Blockers.Contains(Prose.Tokens[last].Lower) && !Words.Verbs.Contains(Prose.Tokens[last].Lower)
        && !Words.Connectors.Contains(Prose.Tokens[last].Lower) && !Words.NeverInNames.Contains(Prose.Tokens[last].Lower) && !Prose.Tokens[last].Lower.EndsWith("ly", StringComparison.Ordinal);

    private bool IsKnownElsewhere(int first, int last) => _films.Known(reading.Titles.Text(first, last)) is { IsCertain: true };

    // After "film" a title is followed by a sign or a small word; a name that acts ("the film Jane Roe stars in") is none.
    private bool IsNamedFilm(int first, int last)
    {
        if (IsQuoted(first) || last >= Prose.Tokens.Count || Prose.SentenceOf[last] != Prose.SentenceOf[first])
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

    // "Star Mill series", "the Star Mill novels" are no films.
    private bool FollowedByNoFilm(int last) =>
        last < Prose.Tokens.Count && Prose.Tokens[last].Lower is "series" or "franchise" or "trilogy" or "saga" or "universe" or "novel" or "novels" or "book" or "books" or "comic" or "comics" or "tv"
            or "television" or "show" or "album" or "magazine" or "award" or "festival" or "duology" or "film" or "films" or "movie" or "movies" or "/" or "cinematic" or "stage" or "musical" or "play" or "game" or "games";

    // "the live album X", "the novel X".
    private bool PrecededByNoFilm(int first)
    {
        var k = first - 1;
        k -= k > 0 && Prose.Tokens[k].Lower is "\"" or "'" ? 1 : 0;
        return k >= 0 && Prose.Tokens[k].Lower is "album" or "song" or "single" or "novel" or "book" or "play" or "memoir" or "novella" or "series" or "show" or "sitcom" or "track" or "magazine" or "band" or "group" or "opera"
            or "manga" or "soap" or "podcast" or "game" or "character" or "actor" or "actress" or "director" or "sketch" or "episode" or "miniseries";
    }

    private bool LooksLikeTitle(int first, int last) =>
        IsQuoted(first) || Prose.Tokens[first].Lower is "the" or "a" or "an" or "i" or "my"
        || Enumerable.Range(first, last - first).Any(k => Prose.Tokens[k].IsLowerWord || Prose.Tokens[k].Is("&") || Prose.Tokens[k].Kind == TokenKind.Number || (k > first && Words.NeverInNames.Contains(Prose.Tokens[k].Lower)))
        || (last < Prose.Tokens.Count - 1 && Prose.Tokens[last].Is("(") && Prose.Tokens[last + 1].IsYear(out _))
        || _films.Known(reading.Titles.Text(first, last)) is { IsCertain: true };

    private bool IsQuoted(int first) => Prose.Tokens[first].Lower is "\"" or "'" || reading.Titles.IsEmphasised(first);

    private void FromFilmographies()
    {
        foreach (var (first, last, _) in new Filmographies(reading).Films())
        {
            if (_films.Known(reading.Titles.Text(first, last)) is { Weight: >= SubjectWeight })
            {
                continue;
            }

            Add(reading.Titles.Text(first, last), first, 0);
            _passing.Add((first, last));
        }
    }

    // Where nothing else is the article's own film, a report on takings is about the one it names first.
    private void FromTakings()
    {
        var hasSubject = _films.Films.Exists(f => f.Weight >= SubjectWeight);
        foreach (var (first, last) in new Takings(reading).Films())
        {
            Add(reading.Titles.Text(first, last), first, hasSubject ? 0 : SubjectWeight);
            _named.Add((first, last));
            hasSubject = true;
        }
    }

    private void FromItalics()
    {
        foreach (var (first, last) in reading.Titles.Emphasised)
        {
            var text = reading.Titles.Text(first, last);
            if (IsCapitalised(first) && !NoTitle.Is(text) && TitleWords.Of(text).Count > 0 && last - first <= 10)
            {
                Add(text, first, 0.5, isCertain: false);
            }
        }
    }

    private void MarkPassing()
    {
        foreach (var mention in _films.Mentions)
        {
            var key = _passing.Count > 0 && Covers(_passing, mention);
            mention.IsPassing = key || (!Covers(_named, mention) && !Leads(mention));
        }
    }

    private static bool Covers(HashSet<(int First, int Last)> spans, FilmMention mention) =>
        spans.Contains((mention.First, mention.Last)) || spans.Contains((mention.First - 1, mention.Last + 1));

    private bool Leads(FilmMention mention) => mention.First - Prose.Sentences[Prose.SentenceOf[mention.First]].First <= 1;

    // A film for which the text speaks and that the headline names.
    private Film? InHeadline()
    {
        var headline = reading.Article.Title is { Length: < 400 } title ? new WordStream(new ProseText(title)) : null;
        return headline is null ? null : _films.Films.Find(f => f.IsCertain && f.Words.Count > 1 && f.Weight >= 0 && Enumerable.Range(0, headline.Words.Count).Any(at => headline.Holds(at, f.Words)));
    }

    private void Weigh()
    {
        foreach (var group in _films.Mentions.GroupBy(m => m.Film))
        {
            var film = group.Key;
            var passing = group.Count(m => Covers(_passing, m));
            var body = group.Count(m => m.First >= reading.BodyStart);
            film.Weight += (0.7 * Math.Min(6, Math.Max(0, body - passing))) - (1.5 * Math.Min(4, passing));
            film.Weight += group.FirstOrDefault(m => m.First >= reading.BodyStart) is { } first && Prose.SentenceOf[first.First] - Prose.SentenceOf[Math.Min(reading.BodyStart, Prose.Tokens.Count - 1)] <= 2 && !Covers(_passing, first) ? 1.5 : 0;
        }

        _films.Films.RemoveAll(f => !f.IsCertain && f.Weight < SubjectWeight + 1.5);
        _films.KeepOnly();
        var top = _films.Films.OrderByDescending(f => f.Weight).ThenBy(f => f.Id).FirstOrDefault();
        if (top is { Weight: < SubjectWeight } && InHeadline() is { } announced)
        {
            announced.Weight += SubjectWeight;
            top = announced;
        }

        if (top is null || top.Weight < SubjectWeight)
        {
            return;
        }

        top.IsSubject = true;
        var kept = _films.Films.ToHashSet();
        foreach (var (_, film) in _films.Sections)
        {
            if (film is not null)
            {
                film.IsSubject = kept.Contains(film);
            }
        }

        if (_films.Sections.Count > 0)
        {
            top.IsSubject = _films.Sections.Exists(s => s.Film == top);
        }

        foreach (var film in _films.Films.Where(f => _films.Sections.Count == 0 && f.Weight >= DefinitionWeight && f.Weight >= 0.6 * top.Weight))
        {
            film.IsSubject = true;
        }

        // Of its subjects, no mention is in passing.
        foreach (var mention in _films.Mentions)
        {
            mention.IsPassing &= !mention.Film.IsSubject;
        }
    }
}
