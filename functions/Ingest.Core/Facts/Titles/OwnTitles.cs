using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>The title of the film that a text is about, where the headline names none that the text repeats.</summary>
internal sealed class OwnTitles(Reading reading, TitleGuard guard)
{
    private const int LongestText = 6000;
    private const int EarlySentences = 3;
    private const int LongestBracket = 8;
    private const int WordsBefore = 6;
    private const int LongestAside = 20;

    private const double Certified = 4;
    private const double Apposed = 3;
    private const double Inside = 2;
    private const double Subject = 1.5;
    private const double Slight = 1;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("title-cues.txt");

    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);

    private List<Token> Tokens => reading.Prose.Tokens;

    /// <summary>The likeliest title, where it stands first, and how much speaks for it; null where nothing looks like one.</summary>
    /// <param name="least">How much must speak for it.</param>
    public (string Title, int Token)? Find(double least)
    {
        var prose = reading.Prose;
        var body = Math.Min(reading.BodyStart, Tokens.Count - 1);
        for (var at = Math.Max(0, body); at < Math.Min(Tokens.Count, body + LongestText); at++)
        {
            var limit = prose.LimitOf(at);
            var end = IsOpening(at) ? -1 : reading.Titles.End(at, limit);
            if (end <= at)
            {
                continue;
            }

            var text = reading.Titles.Text(at, end);
            if (TitleWords.Of(text).Count > 0 && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !guard.PrecededByNoFilm(at) && !guard.FollowedByNoFilm(end))
            {
                Weigh(text, at, end, limit, prose.SentenceOf[at] - prose.SentenceOf[body] < EarlySentences);
            }

            at = end - 1;
        }

        var best = _candidates.Values.Where(c => c.IsShown).OrderByDescending(c => c.Score).ThenBy(c => c.First).FirstOrDefault();
        return best is not null && best.Score >= least ? (best.Text, best.First) : null;
    }

    /// <summary>Whether a verb is said of somebody who sees a film.</summary>
    public static bool IsSeeing(string lower) => Vocabulary["seen"].Contains(lower);

    // "In", "Then", "But" at a sentence's start.
    private bool IsOpening(int at) =>
        at == reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First && Tokens[at].Lower is not ("the" or "a" or "an" or "my" or "\"" or "'")
        && (Words.NeverInNames.Contains(Tokens[at].Lower) || Words.Openings.Contains(Tokens[at].Lower) || Words.Connectors.Contains(Tokens[at].Lower));

    private void Weigh(string text, int first, int end, int limit, bool isEarly)
    {
        // "Mayor Jane Roe".
        var isPerson = (Words.IsOccupation(Tokens[first].Lower) || Words.Honorifics.Contains(Tokens[first].Lower) || Vocabulary["office"].Contains(Tokens[first].Lower)) && first + 1 < end && Words.GivenNames.Contains(Tokens[first + 1].Lower);
        isPerson |= !guard.LooksLikeTitle(first, end) && reading.Names.At(first) is { Parts: > 1 } name && (PersonDirectory.LooksLikePerson(reading.Prose, name) || guard.Workers.Contains(text));
        var before = Before(first);
        var key = string.Join(' ', TitleWords.Of(text));
        if (!_candidates.TryGetValue(key, out var candidate))
        {
            _candidates[key] = candidate = new Candidate(text, first);
            candidate.Give("early", isEarly && !isPerson ? Slight : 0);
            candidate.Give("shape", isPerson ? 0 : Shape(first, end));
        }

        candidate.Count++;
        var isOther = before >= 0 && Vocabulary["other"].Contains(Tokens[before].Lower) && !IsPart(before);
        candidate.Give("bracket", IsCertified(end, limit) ? Certified : 0);
        candidate.Give("apposed", isOther || IsEarlier(first) ? 0 : IsApposed(end, limit) ? Apposed : 0);
        candidate.Give("inside", IsPart(before) ? Inside : 0);
        if (isPerson)
        {
            return;
        }

        candidate.Give("seen", before >= 0 && Vocabulary["seen"].Contains(Tokens[before].Lower) ? Inside : 0);
        candidate.Give("by", IsBy(first, end, limit) ? Apposed : 0);
        candidate.Give("begun", before >= 0 && Vocabulary["begins"].Contains(Tokens[before].Lower) && (end >= limit || Tokens[end].Lower is "," or "." or "with") ? Inside : 0);
        candidate.Give("in", before >= 0 && Tokens[before].Is("in") && end < limit && Tokens[end].Is(",") && (before == reading.Prose.Sentences[reading.Prose.SentenceOf[first]].First || Tokens[before - 1].Is(",")) ? Slight : 0);
        candidate.Give("runs", end + 1 < limit && IsRun(end) ? Subject : 0);
        candidate.Give("again", candidate.Count > 2 ? Subject : candidate.Count > 1 ? Slight : 0);
        candidate.Give("other", isOther ? -Slight : 0);
    }

    // The word before a title, without its quote.
    private int Before(int first) => first - 1 - (first > 0 && Tokens[first - 1].Lower is "\"" or "'" ? 1 : 0);

    private double Shape(int first, int end)
    {
        if (Enumerable.Range(first, end - first).Any(k => Words.Institutions.Contains(Tokens[k].Lower) || Words.Organisations.Contains(Tokens[k].Lower)))
        {
            return 0;
        }

        var small = Enumerable.Range(first + 1, Math.Max(0, end - first - 1)).Count(k => Tokens[k].IsLowerWord && !Tokens[k].Is("'s"));
        return end - first >= 4 && small > 1 ? Inside : guard.LooksLikeTitle(first, end) ? Slight : 0;
    }

    // "X (PG) 94 mins", "X (M, 112 minutes)".
    private bool IsCertified(int end, int limit)
    {
        if (end + 2 >= limit || !Tokens[end].Is("(") || reading.Prose.Closing[end] is not (> 0 and var close) || close - end > LongestBracket)
        {
            return false;
        }

        var isTimed = Enumerable.Range(end + 1, close - end).Any(k => Tokens[k].Lower is "mins" or "min" or "minutes" && Tokens[k - 1].Kind == TokenKind.Number);
        return isTimed || (Vocabulary["certificate"].Contains(Tokens[end + 1].Lower) && Tokens[end + 1].IsCapital && (close == end + 2 || Tokens[end + 2].Lower is "," or ";" or "+"));
    }

    // "X, a deadpan comedy", "X, the film,".
    private bool IsApposed(int end, int limit)
    {
        var at = end;
        at += at < limit && Tokens[at].Is("(") && reading.Prose.Closing[at] > at ? reading.Prose.Closing[at] - at + 1 : 0;
        while (at < limit && at - end < LongestBracket && Tokens[at].Lower is "," or "\"" or "'" or "-")
        {
            at++;
        }

        return at > end && at + 1 < limit && Tokens[at].Lower is "a" or "an" or "the" && Definition.IsFilmNounAhead(Tokens, at + 1, limit);
    }

    // "X is by Jane Roe", "X - what a title! - is by Jane Roe".
    private bool IsBy(int first, int end, int limit)
    {
        var at = end;
        if (at < limit && Tokens[at].Is("-"))
        {
            var behind = Tokens.FindIndex(at + 1, Math.Min(limit - at - 1, LongestAside), t => t.Is("-"));
            at = behind > 0 ? behind + 1 : at;
        }

        return end - first > 1 && at + 2 < limit && Tokens[at].Lower is "is" or "was" && Tokens[at + 1].Is("by") && reading.Names.At(at + 2).Parts > 1
            && !Enumerable.Range(first, end - first).Any(k => Vocabulary["craft"].Contains(Tokens[k].Lower));
    }

    // "his previous film, X".
    private bool IsEarlier(int first) => Enumerable.Range(Math.Max(0, first - WordsBefore), Math.Min(first, WordsBefore)).Any(k => Vocabulary["earlier"].Contains(Tokens[k].Lower));

    // "twenty minutes into X", "a shot in X".
    private bool IsPart(int before) => before > 0 && Tokens[before].Lower is "in" or "into" or "through" or "of" && Vocabulary["into"].Contains(Tokens[before - 1].Lower);

    private bool IsRun(int end) => Vocabulary["runs"].Contains(Tokens[end].Lower) || Vocabulary["runs-on"].Contains(Tokens[end].Lower + "=" + Tokens[end + 1].Lower);

    // What speaks for one title; each kind of cue counts once.
    private sealed class Candidate(string text, int first)
    {
        private readonly Dictionary<string, double> _cues = new(StringComparer.Ordinal);

        public string Text { get; } = text;

        public int First { get; } = first;

        public int Count { get; set; }

        public double Score => _cues.Values.Sum();

        // A title's looks and place are not enough: something must be said of it that is said of films.
        public bool IsShown => _cues.ContainsKey("bracket") || _cues.ContainsKey("apposed") || _cues.ContainsKey("inside") || _cues.ContainsKey("seen") || _cues.ContainsKey("by") || _cues.ContainsKey("begun") || (_cues.ContainsKey("runs") && _cues.ContainsKey("early"));

        public void Give(string cue, double weight)
        {
            if (weight != 0)
            {
                _cues[cue] = weight;
            }
        }
    }
}
