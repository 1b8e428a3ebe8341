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

    private readonly FilmIndex _films = new();
    private readonly HashSet<(int First, int Last)> _passing = [];
    private readonly HashSet<(int First, int Last)> _named = [];

    private ProseText Prose => reading.Prose;

    /// <summary>Finds them.</summary>
    /// <param name="reviewed">Titles that the page's data give as what is reviewed.</param>
    public FilmIndex Find(IReadOnlyList<string> reviewed)
    {
        foreach (var title in reviewed)
        {
            Add(title, int.MaxValue, 10);
        }

        if (reviewed.Count == 0 && !FilmTalk.Is(Prose.Tokens))
        {
            return _films;
        }

        FromSections();
        if (_films.Sections.Count == 0)
        {
            new HeadlineFilms(reading, Add).Find();
        }

        FromDefinitions();
        FromYears();
        FromPhrasings();
        FromFilmographies();
        FromItalics();
        _films.FindMentions(Prose);
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
        foreach (var (first, last) in Sections.Find(Prose, reading.Titles))
        {
            if (Add(reading.Titles.Text(first, last), first, SectionWeight) is { } film)
            {
                _films.Sections.Add((first, film));
                _named.Add((first, last));
            }
        }
    }

    private bool IsCapitalised(int token) => Prose.Tokens[token].IsCapital || Prose.Tokens[token].Kind == TokenKind.Number;

    private void FromDefinitions()
    {
        for (var s = 0; s < Prose.Sentences.Count; s++)
        {
            if (Definition.Find(reading, Prose.Sentences[s]) is { } definition)
            {
                var text = reading.Titles.Text(definition.First, definition.Last);
                if (NoTitle.Is(text) || (!definition.IsStrong && (NoTitle.IsPerson(text) || TitleWords.Of(text).Count < 2)))
                {
                    continue;
                }

                Add(text, definition.First, definition.IsStrong && s - Prose.SentenceOf[Math.Min(reading.BodyStart, Prose.Tokens.Count - 1)] <= 2 ? DefinitionWeight : LateDefinitionWeight);
                _named.Add((definition.First, definition.Last));
            }
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

    // "Jane Roe's Signals (1999)" names Signals.
    private int AfterOwner(int first, int end)
    {
        for (var k = end - 2; k > first + 1; k--)
        {
            if (Prose.Tokens[k].Is("'s") && reading.Names.At(first) is { Parts: > 1 } owner && owner.Last == k && PersonDirectory.LooksLikePerson(Prose, owner)
                && (reading.Names.CountOf(owner) > 1 || (first > 0 && Words.Occupations.Contains(Prose.Tokens[first - 1].Lower))))
            {
                return k + 1;
            }
        }

        return first;
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

                var row = name == "titles" ? [.. TitleList.Read(Prose, reading.Titles, first, Prose.LimitOf(first))] : new List<(int First, int Last)> { (first, last) };
                AddRow(match.Pattern, row);
            }
        }
    }

    private void AddRow(Pattern pattern, List<(int First, int Last)> row)
    {
        var tag = pattern.Tag;
        var isCertain = tag != "compared" && pattern.Confidence >= 0.9;
        var isFilmRow = tag == "compared" || row.Exists(t => LooksLikeTitle(t.First, t.Last));
        foreach (var (first, last) in row)
        {
            var start = AfterOwner(first, last);
            var text = reading.Titles.Text(start, last);
            if (NoTitle.Is(text) || (!isCertain && NoTitle.IsPerson(text) && !IsQuoted(start)) || PrecededByNoFilm(start) || FollowedByNoFilm(last) || (tag == "named" && !IsNamedFilm(start, last)))
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

    // After "film" a title is followed by a sign or a small word; a name that acts ("the film Jane Roe stars in") is none.
    private bool IsNamedFilm(int first, int last)
    {
        if (IsQuoted(first) || last >= Prose.Tokens.Count || Prose.SentenceOf[last] != Prose.SentenceOf[first])
        {
            return true;
        }

        return !Prose.Tokens[first].IsYear(out _) && Prose.Tokens[first].AfterSpace && (Prose.Tokens[last].Kind == TokenKind.Mark || Prose.Tokens[last].IsLowerWord)
            && !(TitleWords.Of(reading.Titles.Text(first, last)).Count == 1 && Words.Verbs.Contains(Prose.Tokens[last].Lower) && Prose.Tokens[last].Lower is not ("is" or "was" or "has"));
    }

    // "Star Mill series", "the Star Mill novels" are no films.
    private bool FollowedByNoFilm(int last) =>
        last < Prose.Tokens.Count && Prose.Tokens[last].Lower is "series" or "franchise" or "trilogy" or "saga" or "universe" or "novel" or "novels" or "book" or "books" or "comic" or "comics" or "tv"
            or "television" or "show" or "album" or "magazine" or "award" or "festival" or "duology" or "cinematic" or "stage" or "musical" or "play" or "game" or "games";

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
        || Enumerable.Range(first, last - first).Any(k => Prose.Tokens[k].IsLowerWord || Prose.Tokens[k].Kind == TokenKind.Number || (k > first && Words.NeverInNames.Contains(Prose.Tokens[k].Lower)))
        || (last < Prose.Tokens.Count - 1 && Prose.Tokens[last].Is("(") && Prose.Tokens[last + 1].IsYear(out _))
        || _films.Known(reading.Titles.Text(first, last)) is { IsCertain: true };

    private bool IsQuoted(int first) => Prose.Tokens[first].Lower is "\"" or "'" || reading.Titles.IsEmphasised(first);

    private void FromFilmographies()
    {
        foreach (var (first, last, _) in new Filmographies(reading).Films())
        {
            Add(reading.Titles.Text(first, last), first, 0);
            _passing.Add((first, last));
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
        if (top is null || top.Weight < SubjectWeight)
        {
            return;
        }

        top.IsSubject = true;
        var kept = _films.Films.ToHashSet();
        foreach (var (_, film) in _films.Sections)
        {
            film.IsSubject = kept.Contains(film);
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
