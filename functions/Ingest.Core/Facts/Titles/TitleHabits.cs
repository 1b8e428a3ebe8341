using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Other films, by the writer's habits: one who quotes the film's title quotes other films', too; and capitals where only a title has them.</summary>
internal sealed class TitleHabits(Reading reading, FilmFindings found, TitleGuard guard)
{
    private const int LongestTitle = 10;
    private const int NearBefore = 5;
    private const int NearBehind = 2;
    private const int FewestOfArticle = 3;
    private const int FewestOfSentence = 4;

    // A text with more films of its own is a list, and names each by its heading.
    private const int MostSubjects = 100;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("title-cues.txt");

    private List<Token> Tokens => reading.Prose.Tokens;

    // The other films found here weigh nothing, so these stay the same.
    private List<Film> Subjects => field ??= [.. found.Films.Films.Where(f => f.Weight >= FilmFindings.SubjectWeight).Take(MostSubjects)];

    // Names of one word, with how often the text has them and where first.
    private Dictionary<string, (int Count, int First)> SingleNames => field ??= reading.Names.Spans.Where(n => n.Parts == 1).GroupBy(n => Tokens[n.First].Lower, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.Count(), g.First().First), StringComparer.Ordinal);

    /// <summary>Adds them.</summary>
    public void Find()
    {
        FromQuotes();
        FromShapes();
        FromBehind();
    }

    private void FromQuotes()
    {
        var quoted = new List<(int First, int Last)>();
        var isHabit = found.Films.Films.Exists(f => f.Weight >= FilmFindings.SubjectWeight && f.Spellings.Keys.Any(IsQuotedInHeadline));
        for (var at = 0; at + 2 < Tokens.Count; at++)
        {
            if (!guard.IsQuoted(at) || reading.Titles.End(at, reading.Prose.LimitOf(at)) is not (> 0 and var end) || !(reading.Titles.IsEmphasised(at) || Tokens[end - 1].Is(Tokens[at].Lower)))
            {
                continue;
            }

            if (found.Films.Known(reading.Titles.Text(at, end)) is { IsCertain: true })
            {
                isHabit = true;
            }
            else if (IsTitle(at, end))
            {
                quoted.Add((at, end));
            }

            at = end - 1;
        }

        foreach (var (first, last) in isHabit ? quoted : [])
        {
            found.Add(reading.Titles.Text(first, last), first, 0);
            found.Passing.Add((first, last));
        }
    }

    private bool IsQuotedInHeadline(string title) =>
        reading.Article.Title is { } headline && headline.IndexOf(title, StringComparison.Ordinal) is > 0 and var at && at + title.Length < headline.Length && headline[at - 1] is '"' or '\u201c' or '\u2018' or '\'' && headline[at + title.Length] is '"' or '\u201d' or '\u2019' or '\'' or ',';

    // A quoted span that is written as a title and is no name, word or work of another kind.
    private bool IsTitle(int open, int end)
    {
        var text = reading.Titles.Text(open, end);
        var isQuoted = Tokens[open].Lower is "\"" or "'";
        var first = open + (isQuoted ? 1 : 0);
        var last = end - (isQuoted ? 1 : 0);
        last -= last > first + 1 && Tokens[last - 1].Is(",") ? 1 : 0;
        if (last - first > LongestTitle || (!isQuoted && Vocabulary["paper"].Contains(Tokens[last - 1].Lower)) || NoTitle.Is(text) || TitleWords.Of(text).Count == 0 || !Headline.IsWrittenAsTitle(Tokens, first, last) || guard.PrecededByNoFilm(open) || guard.FollowedByNoFilm(end) || IsOtherWork(open, end))
        {
            return false;
        }

        var before = open > 0 ? Tokens[open - 1] : default;

        // 'Ilse "Bolt" Brandt'.
        if (open > 0 && (before.Is(":") || Vocabulary["naming"].Contains(before.Lower) || Vocabulary["speech"].Contains(before.Lower) || (before.IsCapital && end < Tokens.Count && Tokens[end].IsCapital && Tokens[end].Kind == TokenKind.Word)))
        {
            return false;
        }

        return last - first > 1 || (open > 0 && Vocabulary["before-one"].Contains(before.Lower));
    }

    // "The Quiet Mill" inside a sentence, "Where the Mill Is": names of people and places are not written so.
    private void FromShapes()
    {
        var spans = new List<(int First, int Last, string Text)>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in reading.Prose.Sentences)
        {
            for (var at = sentence.First + 1; at < sentence.Last; at++)
            {
                if (!Tokens[at].IsCapital || Tokens[at].Kind != TokenKind.Word || reading.Titles.End(at, sentence.Last, inList: true) is not (> 0 and var end))
                {
                    continue;
                }

                if (Tokens[at - 1].IsLowerWord || Tokens[at - 1].Lower is "," or "(" or ";")
                {
                    var text = reading.Titles.Text(at, end);
                    if (Vocabulary["naming"].Contains(Tokens[at - 1].Lower))
                    {
                        named.Add(text);
                    }
                    else if (HasShape(at, end) && !BeginsKnown(at, end) && !NoTitle.Is(text) && !found.IsSubject(text) && !guard.PrecededByNoFilm(at) && !guard.FollowedByNoFilm(end) && !IsOtherWork(at, end))
                    {
                        spans.Add((at, end, text));
                    }
                }

                at = end - 1;
            }
        }

        foreach (var (first, last, text) in spans.Where(s => !named.Contains(s.Text) && !IsPartOfSubject(s.Text)))
        {
            found.Add(text, first, 0);
            found.Passing.Add((first, last));
        }
    }

    // "Signals in a Berlin attic" of a film known as Signals.
    private bool BeginsKnown(int first, int end) => Enumerable.Range(first + 1, end - first - 1).Any(k => Tokens[k].IsLowerWord && found.Films.Known(reading.Titles.Text(first, k)) is not null);

    private bool HasShape(int first, int last)
    {
        var inner = Enumerable.Range(first + 1, last - first - 1);
        if (Enumerable.Range(first, last - first).Any(k => Words.Institutions.Contains(Tokens[k].Lower) || Words.Organisations.Contains(Tokens[k].Lower) || Vocabulary["paper"].Contains(Tokens[k].Lower)))
        {
            return false;
        }

        if (Vocabulary["foreign"].Contains(Tokens[first].Lower))
        {
            return last - first >= FewestOfArticle && inner.Any(k => Tokens[k].IsLowerWord && Tokens[k].Lower is not ("in" or "of" or "and" or "on" or "at" or "to" or "for" or "from" or "by" or "with"));
        }

        return Tokens[first].Lower is "the" or "a" or "an"
            ? last - first >= FewestOfArticle && inner.Count(k => Tokens[k].IsCapital) > 1
            : last - first >= FewestOfSentence && (Tokens[last - 1].IsCapital || Tokens[last - 1].Lower is "?" or "!") && (Vocabulary["asking"].Contains(Tokens[first].Lower) || IsOfThe(first, last));
    }

    // "Song of the Weir", but "Secretary of the Treasury".
    private bool IsOfThe(int first, int last) =>
        last - first == FewestOfSentence && Tokens[first + 1].Is("of") && Tokens[first + 2].Is("the") && !Words.IsOccupation(Tokens[first].Lower) && !Words.Honorifics.Contains(Tokens[first].Lower) && !Vocabulary["office"].Contains(Tokens[first].Lower)
        && !Phrases.Countries.TryFind(Tokens, first + 3, last, out _, out _);

    // "Signals Rising comes to mind", "another Signals Rising rip-off", "Signals Rising cost 40 million".
    private void FromBehind()
    {
        foreach (var sentence in reading.Prose.Sentences)
        {
            for (var at = sentence.First + 2; at + 1 < sentence.Last; at++)
            {
                var isSaid = Vocabulary["behind-word"].Contains(Tokens[at].Lower) || Vocabulary["behind"].Contains(Tokens[at].Lower + "=" + Tokens[at + 1].Lower) || (Tokens[at].Lower is "cost" or "took" or "grossed" or "netted" && IsSum(at + 1));
                if (!isSaid)
                {
                    continue;
                }

                var owner = reading.Titles.Start(at, sentence.First);
                var first = guard.AfterOwner(owner, at);
                var isOwned = first > owner || (at - owner == 3 && Tokens[owner + 1].Is("'s") && reading.Names.IsSurname(Tokens[owner].Lower));
                first = isOwned && first == owner ? owner + 2 : first;
                var text = reading.Titles.Text(first, at);
                if (first < at && (TitleWords.Of(text).Count > 1 || isOwned || guard.IsQuoted(first)) && !NoTitle.Is(text) && !found.IsSubject(text) && !IsPartOfSubject(text) && !guard.PrecededByNoFilm(first) && !guard.IsNameOrDay(first, at) && !IsOtherWork(first, at)
                    && (isOwned || guard.LooksLikeTitle(first, at) || IsNobody(first, at, text)))
                {
                    found.Add(text, first, 0);
                    found.Passing.Add((first, at));
                }
            }
        }
    }

    private bool IsSum(int at) => !(at + 1 < Tokens.Count && Tokens[at + 1].Is("of")) && (Tokens[at].Kind == TokenKind.Number || Words.Numbers.ContainsKey(Tokens[at].Lower) || (at + 1 < Tokens.Count && Tokens[at].Kind == TokenKind.Mark && Tokens[at + 1].Kind == TokenKind.Number && !Tokens[at].Is(",")));

    private bool IsNobody(int first, int last, string text) =>
        !NoTitle.IsPerson(text) && !guard.Workers.Contains(text) && !Enumerable.Range(first, last - first).Any(k => Words.GivenNames.Contains(Tokens[k].Lower)) && !IsNamedElsewhere(last - 1);

    // Whether the text has a name of this one word at another place.
    private bool IsNamedElsewhere(int token) => SingleNames.GetValueOrDefault(Tokens[token].Lower) is var (count, at) && (count > 1 || (count == 1 && at != token));

    // A novel, a song, a series: said just before the title or behind it.
    private bool IsOtherWork(int first, int end)
    {
        var limit = reading.Prose.LimitOf(first);
        var start = reading.Prose.Sentences[reading.Prose.SentenceOf[first]].First;
        for (var k = Math.Max(start, first - NearBefore); k < Math.Min(limit, end + NearBehind); k++)
        {
            if (Vocabulary["work"].Contains(Tokens[k].Lower) ? k < first || k >= end : k == end - 1 && Tokens[k].Lower is "show" or "series" or "sessions")
            {
                return true;
            }
        }

        return first > 1 && Tokens[first - 1].Is("story") && Tokens[first - 2].Is("short");
    }

    private bool IsPartOfSubject(string text)
    {
        var words = TitleWords.Of(text);
        return Subjects.Exists(f => words.TrueForAll(w => f.Words.Contains(w)) || f.Words.All(words.Contains));
    }
}
