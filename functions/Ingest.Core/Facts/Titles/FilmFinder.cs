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
    private const double OwnWeight = 5;

    // How much must speak for a title of the text's own, and how much where the headline could be one.
    private const double EnoughOfOwn = 3;
    private const double MoreThanHeadline = 3.5;

    private readonly FilmFindings _found = new();

    private ProseText Prose => reading.Prose;

    /// <summary>Finds them.</summary>
    /// <param name="reviewed">Titles that the page's data give as what is reviewed.</param>
    public FilmIndex Find(IReadOnlyList<string> reviewed)
    {
        foreach (var title in reviewed)
        {
            _found.Add(title, int.MaxValue, 10);
        }

        if (reviewed.Count == 0 && !FilmTalk.Is(Prose.Tokens, reading.Article.Title))
        {
            return _found.Films;
        }

        FromSections();
        Film? doubtful = null;
        if (_found.Films.Sections.Count == 0)
        {
            var headline = new HeadlineFilms(reading, _found.Add, _found.Films.Alias);
            headline.Find();
            doubtful = headline.Doubtful;
            FromOpening();
        }

        FromDefinitions();
        var guard = new TitleGuard(reading, _found);
        var cues = new TitleCues(reading, _found, guard);
        cues.FindDated();
        new TitlePhrasings(reading, _found, guard).Find();
        cues.Find();
        FromFilmographies();
        FromTakings();
        FromOwn(guard, doubtful);
        new TitleHabits(reading, _found, guard).Find();

        FromItalics();
        _found.Films.FindMentions(Prose);
        _found.Films.ExtendToDefinitions();
        MarkPassing();
        Weigh();
        return _found.Films;
    }

    private void FromSections()
    {
        foreach (var (first, last, isFilm) in Sections.Find(Prose, reading.Titles))
        {
            var film = isFilm ? _found.Add(reading.Titles.Text(first, last), first, SectionWeight) : null;
            _found.Films.Sections.Add((first, film));
            if (film is not null)
            {
                _found.Named.Add((first, last));
            }
        }
    }

    // "The Quiet Mill (Arrow). It took years ...": a notice that begins with its film, when the headline names none.
    private void FromOpening()
    {
        if (_found.Films.Films.Count > 0 || Prose.Tokens.Count == 0)
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
            _found.Add(text, at, FilmFindings.SubjectWeight + 1);
        }
    }

    private bool IsCapitalised(int token) => Prose.Tokens[token].IsCapital || Prose.Tokens[token].Kind == TokenKind.Number;

    private void FromDefinitions()
    {
        for (var s = 0; s < Prose.Sentences.Count; s++)
        {
            if (Definition.Find(reading, Prose.Sentences[s], t => _found.Films.Known(t) is not null) is { } definition)
            {
                definition = AfterOwner(definition);
                var text = reading.Titles.Text(definition.First, definition.Last);
                if ((NoTitle.Is(text) && !IsCommonWordTitle(definition, text) && !OpensHeadline(definition, text)) || (!definition.IsStrong && (NoTitle.IsPerson(text) || TitleWords.Of(text).Count < 2)))
                {
                    continue;
                }

                var colon = text.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && _found.Films.Known(text[..colon]) is { IsCertain: true, Weight: >= FilmFindings.SubjectWeight } whole && _found.Films.Known(text) is null)
                {
                    _found.Films.Alias(text, whole);
                    text = whole.Title;
                }

                var film = _found.Add(text, definition.First, definition.IsStrong && s - Prose.SentenceOf[Math.Min(reading.BodyStart, Prose.Tokens.Count - 1)] <= 2 ? DefinitionWeight : LateDefinitionWeight);
                _found.Named.Add((definition.First, definition.Last));
                if (film is not null)
                {
                    _found.Films.Definitions.Add((definition.First, definition.Last, definition.Be, film));
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
            if (Prose.Tokens[k].Is("'s") && _found.Films.Known(reading.Titles.Text(k + 1, definition.Last)) is not null)
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
                    _found.Films.Alias(reading.Titles.Text(first, last), film);
                }
            }

            open = Prose.Closing[open];
        }
    }

    private void FromFilmographies()
    {
        foreach (var (first, last, _) in new Filmographies(reading).Films())
        {
            if (_found.Films.Known(reading.Titles.Text(first, last)) is { Weight: >= FilmFindings.SubjectWeight })
            {
                continue;
            }

            _found.Add(reading.Titles.Text(first, last), first, 0);
            _found.Passing.Add((first, last));
        }
    }

    // Where nothing else is the article's own film, a report on takings is about the one it names first.
    private void FromTakings()
    {
        var hasSubject = _found.Films.Films.Exists(f => f.Weight >= FilmFindings.SubjectWeight);
        foreach (var (first, last) in new Takings(reading).Films())
        {
            _found.Add(reading.Titles.Text(first, last), first, hasSubject ? 0 : FilmFindings.SubjectWeight);
            _found.Named.Add((first, last));
            hasSubject = true;
        }
    }

    // Where the headline names no film, or only seems to, the text's own words may.
    private void FromOwn(TitleGuard guard, Film? doubtful)
    {
        if (_found.Films.Sections.Count > 0 || _found.Films.Films.Exists(f => f != doubtful && f.Weight >= FilmFindings.SubjectWeight)
            || new OwnTitles(reading, guard).Find(doubtful is null ? EnoughOfOwn : MoreThanHeadline) is not { } own || _found.Films.Known(own.Title) == doubtful && doubtful is not null)
        {
            return;
        }

        _found.Add(own.Title, own.Token, OwnWeight);
        if (doubtful is not null)
        {
            (doubtful.Weight, doubtful.IsCertain) = (0, false);
        }
    }

    private void FromItalics()
    {
        foreach (var (first, last) in reading.Titles.Emphasised)
        {
            var text = reading.Titles.Text(first, last);
            if (IsCapitalised(first) && !NoTitle.Is(text) && TitleWords.Of(text).Count > 0 && last - first <= 10)
            {
                _found.Add(text, first, 0.5, isCertain: false);
            }
        }
    }

    private void MarkPassing()
    {
        foreach (var mention in _found.Films.Mentions)
        {
            var key = _found.Passing.Count > 0 && Covers(_found.Passing, mention);
            mention.IsPassing = key || (!Covers(_found.Named, mention) && !Leads(mention));
        }
    }

    private static bool Covers(HashSet<(int First, int Last)> spans, FilmMention mention) =>
        spans.Contains((mention.First, mention.Last)) || spans.Contains((mention.First - 1, mention.Last + 1));

    private bool Leads(FilmMention mention) => mention.First - Prose.Sentences[Prose.SentenceOf[mention.First]].First <= 1;

    // A film for which the text speaks and that the headline names.
    private Film? InHeadline()
    {
        var headline = reading.Article.Title is { Length: < 400 } title ? new WordStream(new ProseText(title)) : null;
        return headline is null ? null : _found.Films.Films.Find(f => f.IsCertain && f.Words.Count > 1 && f.Weight >= 0 && Enumerable.Range(0, headline.Words.Count).Any(at => headline.Holds(at, f.Words)));
    }

    private void Weigh()
    {
        foreach (var group in _found.Films.Mentions.GroupBy(m => m.Film))
        {
            var film = group.Key;
            var passing = group.Count(m => Covers(_found.Passing, m));
            var body = group.Count(m => m.First >= reading.BodyStart);
            film.Weight += (0.7 * Math.Min(6, Math.Max(0, body - passing))) - (1.5 * Math.Min(4, passing));
            film.Weight += group.FirstOrDefault(m => m.First >= reading.BodyStart) is { } first && Prose.SentenceOf[first.First] - Prose.SentenceOf[Math.Min(reading.BodyStart, Prose.Tokens.Count - 1)] <= 2 && !Covers(_found.Passing, first) ? 1.5 : 0;
        }

        _found.Films.Films.RemoveAll(f => !f.IsCertain && f.Weight < FilmFindings.SubjectWeight + 1.5);
        _found.Films.KeepOnly();
        var top = _found.Films.Films.OrderByDescending(f => f.Weight).ThenBy(f => f.Id).FirstOrDefault();
        if (top is { Weight: < FilmFindings.SubjectWeight } && InHeadline() is { } announced)
        {
            announced.Weight += FilmFindings.SubjectWeight;
            top = announced;
        }

        if (top is null || top.Weight < FilmFindings.SubjectWeight)
        {
            return;
        }

        top.IsSubject = true;
        var kept = _found.Films.Films.ToHashSet();
        foreach (var (_, film) in _found.Films.Sections)
        {
            if (film is not null)
            {
                film.IsSubject = kept.Contains(film);
            }
        }

        if (_found.Films.Sections.Count > 0)
        {
            top.IsSubject = _found.Films.Sections.Exists(s => s.Film == top);
        }

        foreach (var film in _found.Films.Films.Where(f => _found.Films.Sections.Count == 0 && f.Weight >= DefinitionWeight && f.Weight >= 0.6 * top.Weight))
        {
            film.IsSubject = true;
        }

        // Of its subjects, no mention is in passing.
        foreach (var mention in _found.Films.Mentions)
        {
            mention.IsPassing &= !mention.Film.IsSubject;
        }
    }
}
