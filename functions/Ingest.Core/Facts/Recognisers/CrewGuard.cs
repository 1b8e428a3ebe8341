using System.Collections.Frozen;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells where words that name a maker name no maker of this film.</summary>
internal static class CrewGuard
{
    private const double OutsideOccupation = 0.87;

    // Whose work is praised like a director's.
    private static readonly FrozenSet<string> NoMakers = FrozenSet.Create(StringComparer.Ordinal,
        "coach", "cinematographer", "photographer", "cameraman", "composer", "producer", "editor", "designer", "choreographer", "juror", "critic", "casting", "animator", "distributor", "financier", "agent", "publicist", "actor", "actress", "star");

    /// <summary>"My first Harry Roe film": whom the film is called by.</summary>
    public static bool IsOfTitle(Reading reading, Film film, int last) => film.Words.Contains(reading.Prose.Tokens[last - 1].Lower);

    /// <summary>"fans of director Jane Roe", "like director Jane Roe": she need not have made this one.</summary>
    public static bool IsAboutOthers(Reading reading, PatternMatch match, int first, int last)
    {
        var tokens = reading.Prose.Tokens;

        // "Distributor Jane Roe trusts you to keep up", "wunderkind cameraman Jane Roe".
        if (match.Pattern.Confidence < OutsideOccupation && first < last && tokens[Math.Max(first - 1, 0)] is var noun && reading.Names.At(first) is var person && ((first > 0 && IsOtherNoun(noun.Lower)) || IsOtherNoun(tokens[person.Parts > 0 ? person.First : first].Lower)))
        {
            return true;
        }

        // "Scribe Jane Roe has already been hired for a sequel".
        if (match.Pattern.Tag is "director" or "writer" && Enumerable.Range(last, Math.Max(0, Math.Min(6, reading.Prose.LimitOf(first) - last))).Any(k => tokens[k].Lower is "inked" or "hired" or "tapped" or "attached" or "slated"))
        {
            return true;
        }

        // "In 2012, director Jane Roe chose it as one of the best": she speaks of it.
        if (match.Pattern.Tag == "director" && last + 1 < tokens.Count && !tokens[last + 1].Is("to") && tokens[last].Lower is "chose" or "named" or "called" or "praised" or "cited" or "cites" or "listed" or "ranked" or "considers" or "considered" or "admired" or "included" or "selected" or "picked" or "voted" or "counts" or "recalled")
        {
            return true;
        }

        if (match.Pattern.Tag is "director" or "writer" or "both" && !IsAsMuchAs(tokens, match.First) && tokens[match.First].Lower is "director" or "directors" or "filmmaker" or "filmmakers" or "film-maker" or "film-makers" or "auteur" or "screenwriter" or "screenwriters" or "helmer" or "documentarian" or "direction" or "directing")
        {
            for (var k = match.First - 1; k >= 0 && match.First - k <= 4 && reading.Prose.SentenceOf[k] == reading.Prose.SentenceOf[match.First]; k--)
            {
                if (tokens[k].Is("of") && k > 0 && tokens[k - 1].Lower is "hands" or "work" or "direction" or "guidance" or "eye" or "vision" or "control" or "debut")
                {
                    return false;
                }

                if (tokens[k].Lower.EndsWith("-unit", StringComparison.Ordinal))
                {
                    return true;
                }

                if (tokens[k].Lower is "unit" or "fight" or "action" or "stunts" or "stunt" or "vfx" or "intimacy" or "managing" or "musical" or "technical" or "programme" or "program" or "programming" or "dance" or "animation" or "effects" or "dialogue" or "of" or "like" or "than" or "unlike" or "to" or "as" or "fellow" or "assistant" or "art" or "casting" or "music" or "photography" or "executive" or "creative" or "festival" or "artistic" or "other" or "voice" or "sound" or "stage" or "character" or "layout")
                {
                    return true;
                }

                if (tokens[k].Lower is "from" or "by")
                {
                    return IsAnotherFilm(reading, k);
                }

                if (!tokens[k].IsLowerWord)
                {
                    break;
                }
            }
        }

        var from = tokens[match.First].Lower is "from" or "by" ? match.First : match.First + 1;
        if (tokens[from].Lower is "from" or "by" && IsAnotherFilm(reading, from))
        {
            return true;
        }

        // "Jane Roe directed by": the verb belongs to the next name.
        return match.Last < tokens.Count && match.Last > last && tokens[match.Last].Is("by") && tokens[match.Last - 1].Lower is "directed" or "co-directed" or "helmed" or "wrote";
    }

    /// <summary>Whether a noun is of somebody who is no maker of films.</summary>
    public static bool IsOtherNoun(string noun) => NoMakers.Contains(noun) || (Words.PersonNouns.Contains(noun) && !Words.IsOccupation(noun));

    // "as cruel as director Jane Roe intended": that is no director's part.
    private static bool IsAsMuchAs(List<Token> tokens, int at)
    {
        for (var k = at - 3; tokens[Math.Max(0, at - 1)].Is("as") && k >= 0 && at - k <= 5; k--)
        {
            if (tokens[k].Is("as"))
            {
                return true;
            }
        }

        return false;
    }

    // "ranging from A to a vampire comedy from director Jane Roe": a film that nothing links with the one spoken of.
    private static bool IsAnotherFilm(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
        if (at - 1 <= first || !Phrases.FilmNouns.TryFind(tokens, at - 1, at, out _, out _))
        {
            return false;
        }

        for (var k = at - 2; k > first && at - k <= 8; k--)
        {
            if (tokens[k].Lower is "a" or "an" or "another")
            {
                return tokens[k - 1].Lower is not ("is" or "was" or "," or "'s" or "remains" or "-" or "(" or "as");
            }
        }

        return false;
    }

    /// <summary>"unspools like a soap directed by", "as if directed by".</summary>
    public static bool IsLikened(List<Token> tokens, int at, int first)
    {
        for (var k = at - 1; k >= first && at - k <= 5 && tokens[k].Kind == TokenKind.Word; k--)
        {
            if (tokens[k].Is("like") || (tokens[k].Is("as") && tokens[k + 1].Lower is "if" or "though"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"to be directed by", "the short before it was directed by": not this film, or not yet.</summary>
    public static bool IsUnreal(List<Token> tokens, int at, int first)
    {
        if (at - 2 >= first && tokens[at - 1].Is("be") && tokens[at - 2].Lower is "to" or "will" or "would" or "should" or "might" or "could" or "originally")
        {
            return true;
        }

        return at - first > 3 && tokens[first].Lower is "the" or "a" && tokens[first + 1].Lower is "short" or "trailer" or "cartoon" or "concert" or "pilot" or "episode" && tokens[first + 2].Lower is "that" or "which" or "before" or "shown" or "was" or "is" or "," or "film";
    }

    /// <summary>"who directed the trailer", "directs the pilot".</summary>
    public static bool IsOfOtherWork(Reading reading, PatternMatch match)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(match.First);
        for (var k = match.Last; k < limit && k - match.Last <= 4; k++)
        {
            if (tokens[k].Lower is "trailer" or "trailers" or "pilot" or "series" or "episode" or "episodes" or "video" or "videos" or "play" or "plays" or "opera" or "commercial" or "commercials" or "short" or "shorts" or "ad" or "ads" or "original" or "traffic" or "attention" or "choir" or "orchestra" or "operation" or "operations")
            {
                return true;
            }

            if (tokens[k].Kind == TokenKind.Mark || (Words.Blockers.Contains(tokens[k].Lower) && tokens[k].Lower is not ("a" or "an" or "the" or "its" or "his" or "her" or "their" or "this")) || tokens[k].Lower is "film" or "movie")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"the novel written by": the writer of what the film is based on.</summary>
    public static bool IsOfSource(List<Token> tokens, int at, int first, string tag)
    {
        var neverDirected = tag == "director";
        for (var k = at - 1; k >= first && at - k <= 4; k--)
        {
            // "The lyrics, written by".
            if (tokens[k].Is(",") && k == at - 1 && k > first)
            {
                k--;
                if (tokens[k].Lower is not ("lyrics" or "song" or "songs" or "music" or "score" or "novel" or "book" or "memoir" or "play" or "novella"))
                {
                    return false;
                }
            }

            if (tokens[k].Lower is "song" or "songs" or "music" or "video" or "episode" or "version" or "opera" or "series" or "play")
            {
                return true;
            }

            if (!neverDirected && tokens[k].Lower is "novel" or "book" or "memoir" or "novella" or "lyrics" or "comic" or "comics" or "manga" or "article" or "bestseller" or "poem" or "autobiography" or "musical" or "score" or "graphic" or "album" or "novels" or "books")
            {
                return true;
            }

            if (tokens[k].Lower is "story")
            {
                return (k > first && tokens[k - 1].Lower is "short" or "screen" or "original" or "magazine") || (k - 2 >= first && tokens[k - 1].Lower is "a" or "an" or "the" && tokens[k - 2].Lower is "adapted" or "adapts" or "adapting");
            }

            if (tokens[k].Lower is "film" or "movie" or "screenplay" or "script" or "," or "and" or ";")
            {
                return false;
            }
        }

        return false;
    }
}
