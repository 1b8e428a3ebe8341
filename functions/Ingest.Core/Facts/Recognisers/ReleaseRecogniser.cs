using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Days of release in cinemas; of a premiere only where no release is stated.</summary>
internal sealed class ReleaseRecogniser : IRecogniser
{
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

        foreach (var premiere in premieres)
        {
            if (!released.Contains(premiere.Film))
            {
                yield return premiere;
            }
        }
    }

    private static bool IsOther(Reading reading, PatternMatch match, int date)
    {
        var tokens = reading.Prose.Tokens;
        if (IsOfAnotherThing(reading, match.First))
        {
            return true;
        }

        for (var k = Math.Max(reading.Prose.Sentences[reading.Prose.SentenceOf[match.First]].First, match.First - 3); k < Math.Min(match.Last + 4, reading.Prose.LimitOf(match.First)); k++)
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
