using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Days of release in cinemas; of a premiere only where no release is stated.</summary>
internal sealed class ReleaseRecogniser : IRecogniser
{
    private const int MostBetween = 14;
    private static readonly PatternSet Phrasings = PatternSet.Load("releases.txt");
    private static readonly HashSet<string> OtherReleases = new(StringComparer.Ordinal)
    {
        "dvd", "blu-ray", "home", "video", "vhs", "digital", "digitally", "vod", "soundtrack", "album", "trailer", "teaser", "re-released", "rereleased", "single", "song", "festival", "streaming", "physical", "on-demand", "laserdisc", "disc", "4k", "poster", "restored", "restoration", "direct-to-video", "straight-to-video", "announced", "filming", "production",
    };

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var premieres = new List<Found>();
        var released = new HashSet<Titles.Film>();
        foreach (var match in reading.Find(Phrasings))
        {
            if (!match.TryGet("date", out var first, out var last) || reading.Focus.At(match.First) is not { } film || IsOther(reading, match, first)
                || !Dates.TryRead(reading.Prose.Tokens, first, reading.Prose.LimitOf(first), out var date, out _))
            {
                continue;
            }

            var found = new Found(film, first, new ReleaseDateStatement(date, Territory(reading, match.First, first, last), reading.Prose.QuoteOf(first), match.Pattern.Confidence));
            if (match.Pattern.Tag == "premiere")
            {
                premieres.Add(found);
                continue;
            }

            released.Add(film);
            yield return found;
        }

        foreach (var later in WithoutYear(reading))
        {
            if (released.Add(later.Film))
            {
                yield return later;
            }
        }

        foreach (var premiere in premieres)
        {
            if (!released.Contains(premiere.Film))
            {
                yield return premiere;
            }
        }
    }

    // "premiered on July 31, 1999 and was released on August 6": the year is the one before.
    private static IEnumerable<Found> WithoutYear(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        foreach (var sentence in reading.Prose.Sentences)
        {
            DateOnly? before = null;
            var trigger = -1;
            for (var at = sentence.First; at < sentence.Last; at++)
            {
                if (Dates.TryRead(tokens, at, sentence.Last, out var date, out var end))
                {
                    (before, trigger, at) = (date, -1, end - 1);
                }
                else if (before is not null && tokens[at].Lower is "released" or "opened" or "release" or "opening")
                {
                    trigger = at;
                }
                else if (trigger >= 0 && before is { } first && at - trigger <= MostBetween && tokens[at - 1].Is("on") && Dates.TryReadDay(tokens, at, sentence.Last, first.Year, out var day, out _))
                {
                    day = day < first && first.DayNumber - day.DayNumber > 180 ? day.AddYears(1) : day;
                    if (day >= first && !IsOtherBetween(tokens, trigger, at) && !IsOfAnotherThing(reading, trigger) && reading.Focus.At(trigger) is { } film)
                    {
                        yield return new Found(film, at, new ReleaseDateStatement(day, Territory(reading, trigger, at, at + 2), reading.Prose.QuoteOf(at), 0.9));
                    }

                    break;
                }
                else if (tokens[at].Lower is ";" or "festival")
                {
                    trigger = -1;
                }
            }
        }
    }

    private static bool IsOtherBetween(List<Token> tokens, int trigger, int at)
    {
        for (var k = trigger; k < at; k++)
        {
            if (OtherReleases.Contains(tokens[k].Lower))
            {
                return true;
            }
        }

        return false;
    }

    // "the archives were opened", "the hostages were released": the subject is a thing of another kind.
    private static bool IsOfNoFilm(Reading reading, PatternMatch match)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[match.First]].First;
        if (match.First - first is > 1 and <= 4 && tokens[first].Lower is "the" or "a" && tokens[first + 1].Lower is "sequel" or "prequel" or "follow-up" or "spin-off" or "spinoff" or "exhibition" or "museum" or "play" or "show" or "series" or "festival")
        {
            return true;
        }

        if (tokens[match.First].Lower is not ("released" or "opened" or "opens" or "open" or "hit" or "hits" or "launched" or "arrived" or "arrives" or "distributed" or "lands"))
        {
            return false;
        }

        var k = match.First - 1;
        var were = false;
        while (k > first && match.First - k <= 6 && (tokens[k].Lower is "was" or "is" or "were" or "are" or "been" or "be" or "being" or "has" or "have" or "had" or "will" or "finally" or "first" or "then" or "also" or "later" or "soon" or "eventually" or "only" or "not" or "n't"
            || (tokens[k].IsLowerWord && tokens[k].Lower.EndsWith("ly", StringComparison.Ordinal))))
        {
            were |= tokens[k].Lower is "were" or "are";
            k--;
        }

        if (k < first || k == match.First - 1 && !tokens[k].IsLowerWord)
        {
            return false;
        }

        if (were && tokens[k].IsLowerWord && !tokens[k].Lower.StartsWith("film", StringComparison.Ordinal) && !tokens[k].Lower.StartsWith("movie", StringComparison.Ordinal) && tokens[k].Lower.EndsWith('s'))
        {
            return true;
        }

        // "the museum opened on": a noun with its article right before the verb.
        return k > first && tokens[k].IsLowerWord && tokens[k - 1].Lower is "the" or "a" or "an" or "his" or "her" or "their" && !reading.Slots.References.ContainsKey(k - 1) && !Phrases.FilmNouns.TryFind(tokens, k, match.First, out _, out _)
            && !Phrases.Genres.TryFind(tokens, k, match.First, out _, out _) && tokens[k].Lower is not ("version" or "cut" or "original" or "dub" or "edition");
    }

    private static bool IsOther(Reading reading, PatternMatch match, int date)
    {
        var tokens = reading.Prose.Tokens;
        if (IsOfAnotherThing(reading, match.First) || IsOfNoFilm(reading, match))
        {
            return true;
        }

        // "shown at the festival and was released": what stands before "and" is another clause's.
        var from = match.First;
        while (from > reading.Prose.Sentences[reading.Prose.SentenceOf[match.First]].First && match.First - from < 3 && !(tokens[from - 1].Is("and") && tokens[from].Lower is "was" or "is" or "released" or "then" or "later" or "opened" or "opens" or "it"))
        {
            from--;
        }

        for (var k = from; k < Math.Min(match.Last + 4, reading.Prose.LimitOf(match.First)); k++)
        {
            if (k >= match.First && k < date && match.Pattern.Tag == "release" && tokens[k].Lower is "premiered" or "premiere")
            {
                return true;
            }

            if (OtherReleases.Contains(tokens[k].Lower) && !(k > match.First && match.Pattern.Tag == "release" && tokens[k].Lower is "festival" or "streaming" or "production" or "digital" or "filming"))
            {
                return true;
            }

            if (k >= match.Last && tokens[k].Lower is "," or "and" or ".")
            {
                break;
            }
        }

        return false;
    }

    // "The soundtrack titled X was released": the subject of the sentence is no film.
    private static bool IsOfAnotherThing(Reading reading, int trigger)
    {
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[trigger]].First;
        for (var k = first; k < trigger && k - first < 4; k++)
        {
            if (reading.Prose.Tokens[k].Lower is "soundtrack" or "album" or "trailer" or "teaser" or "score" or "poster" or "novel" or "book")
            {
                return true;
            }
        }

        for (var k = trigger - 1; k >= first && trigger - k <= 14; k--)
        {
            var word = reading.Prose.Tokens[k].Lower;
            if (word is "soundtrack" or "album" or "single" or "song" or "trailer" or "teaser" or "poster" or "novel" or "book" or "season" or "score")
            {
                return true;
            }

            if (word is "," or ";" or "film" or "movie" or "it" or ")")
            {
                return false;
            }
        }

        return false;
    }

    private static string? Territory(Reading reading, int trigger, int first, int last)
    {
        var tokens = reading.Prose.Tokens;
        for (var k = trigger; k < first; k++)
        {
            if (tokens[k].Lower is "in" && Country(reading, k + 1) is { } country)
            {
                return country;
            }
        }

        var behind = last;
        return behind < tokens.Count && tokens[behind].Is(",") && behind + 1 < tokens.Count && tokens[behind + 1].Is("in") ? Country(reading, behind + 2)
            : behind < tokens.Count && tokens[behind].Is("in") ? Country(reading, behind + 1) : null;
    }

    private static string? Country(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        at += at < tokens.Count && tokens[at].Is("the") ? 1 : 0;
        return at < tokens.Count && Phrases.Countries.TryFind(tokens, at, tokens.Count, out var country, out _) ? country : null;
    }
}
