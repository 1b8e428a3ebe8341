using Ingest.Core.Facts.People;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Where phrasings of casts mean something else.</summary>
internal static class CastGuard
{
    private static readonly HashSet<string> Unreal = new(StringComparer.Ordinal)
    {
        "not", "never", "originally", "initially", "soap", "sitcom", "supposed", "considered", "offered", "almost", "without", "formerly", "rumoured", "rumored", "n't", "previously", "replaces", "replacing", "replaced", "instead",
    };

    private static readonly HashSet<string> OtherThings = new(StringComparer.Ordinal)
    {
        "song", "songs", "single", "album", "track", "tracks", "soundtrack", "music", "score", "trailer", "poster", "posters", "documentary's", "video", "playlist", "interview", "interviews", "commentary", "extras", "featurette", "blu-ray", "disc", "remake",
        "prelude", "tune", "waltz", "melody", "sonata", "concerto", "nocturne", "symphony", "anthem", "hymn", "ballad", "fugue",
    };

    /// <summary>Whether the words before a phrasing take it back, or speak of a song or a trailer.</summary>
    public static bool IsNoCast(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        for (var k = at - 1; k >= first && at - k <= 5; k--)
        {
            if (Unreal.Contains(tokens[k].Lower) || tokens[k].Lower.EndsWith("n't", StringComparison.Ordinal) || (OtherThings.Contains(tokens[k].Lower) && at - k <= 4))
            {
                return true;
            }

            if (tokens[k].Lower is "." or ";" or "," or ")" or ":")
            {
                break;
            }
        }

        if (at - 3 >= first && tokens[at - 1].Is("been") && tokens[at - 2].Is("have") && tokens[at - 3].Lower is "to" or "should" or "would" or "might" or "could")
        {
            return true; // "was to have been played by", "would have been played by"
        }

        return at - 1 > first && tokens[at - 1].Lower is "which" or "where" && IsOfAnotherThing(reading, at - 2, first);
    }

    // "the soap X, in which Jane Roe plays": what the clause is about.
    private static bool IsOfAnotherThing(Reading reading, int at, int first)
    {
        for (var k = at; k >= first && at - k <= 12; k--)
        {
            if (reading.Focus.MentionEndsAt(k + 1) || reading.Prose.Tokens[k].Lower is "film" or "movie" or "picture")
            {
                return false;
            }

            if (reading.Prose.Tokens[k].Lower is "soap" or "sitcom" or "series" or "show" or "play" or "novel" or "musical" or "opera" or "podcast" or "game" or "miniseries" or "drama" or "production" or "sketch" or "advert" or "commercial" or "trailer" or "episode")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "in the previous film", "in the original" stands right behind: the part is of another film.</summary>
    public static bool IsOfAnotherFilm(Reading reading, int after, int limit)
    {
        var tokens = reading.Prose.Tokens;
        if (after + 2 >= limit || !(tokens[after].Lower is "in" or "for" or "on" or "from") || tokens[after + 1].Lower is not ("the" or "its" or "an" or "earlier" or "previous"))
        {
            return false;
        }

        return tokens[after + 1].Lower is "earlier" or "previous" || tokens[after + 2].IsYear(out _)
            || tokens[after + 2].Lower is "previous" or "first" or "original" or "earlier" or "television" or "tv" or "series" or "stage" or "second" or "third" or "preceding" or "broadway" or "predecessor" or "prequel" or "sequel" or "audiobook" or "radio" or "musical" or "play" or "show" or "sitcom" or "miniseries" or "comics" or "game" or "pilot" or "theatre" or "theater";
    }

    /// <summary>"played for a fool by Jane Roe", "played by Jane Roe on a borrowed accordion": no part.</summary>
    /// <param name="reading">The text.</param>
    /// <param name="first">Where the phrasing starts.</param>
    /// <param name="name">Who it names.</param>
    public static bool IsOtherPlaying(Reading reading, int first, NameSpan name)
    {
        var tokens = reading.Prose.Tokens;
        for (var k = first; k + 1 < name.First; k++)
        {
            if (tokens[k].Is("played") && tokens[k + 1].Is("for") && !tokens[k + 2].Is("laughs"))
            {
                return true;
            }
        }

        return name.Last + 1 < tokens.Count && tokens[name.Last].Is("on") && tokens[name.Last + 1].Lower is "a" or "an" or "his" or "her";
    }

    /// <summary>Drops the last of a row when a verb after it makes it the subject of another clause.</summary>
    public static void DropNextSubject(Reading reading, List<Billing> people, int limit)
    {
        if (people.Count < 2)
        {
            return;
        }

        var last = people[^1];
        var tokens = reading.Prose.Tokens;
        if (last.Role.Last == 0 && last.Name.Last < limit && tokens[last.Name.Last].Lower is "directs" or "directed" or "wrote" or "writes" or "produced" or "produces" or "co-wrote" or "said" or "says"
            && tokens[last.Name.First - 1].Lower is "and" or ",")
        {
            people.RemoveAt(people.Count - 1);
        }
    }
}
