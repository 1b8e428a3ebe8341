using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Where a text goes through its cast, who somebody is in the film: "Jane Roe is the queen who notices first".</summary>
internal sealed class DescribedCastRecogniser : IRecogniser
{
    private const int LongestDescription = 5;

    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "director", "writer", "author", "producer", "composer", "cinematographer", "editor", "novelist", "photographer", "designer", "actor", "actress", "star", "model", "film", "movie", "man", "woman",
    };

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var films = CastSentences(reading, known);
        var characters = known.Select(f => f.Statement).OfType<CastStatement>().Where(s => s.Character is not null).SelectMany(s => TitleWords.Of(s.Character!)).ToHashSet(StringComparer.Ordinal);
        var filmBrackets = new Filmographies(reading).Films().Select(f => f.First).ToHashSet();
        var tokens = reading.Prose.Tokens;
        foreach (var name in reading.Names.Spans)
        {
            var sentence = reading.Prose.SentenceOf[name.First];
            if (name.Parts < 2 || !reading.Names.CouldBePerson(name) || !StartsClause(reading, name.First, sentence) || !IsDescribed(reading, name)
                || reading.Names.CountOf(name) > 1 || reading.Focus.MentionAt(name.First) is not null || characters.Contains(reading.Prose.Tokens[name.First].Lower))
            {
                continue;
            }

            var isFirst = name.First == reading.Prose.Sentences[sentence].First;
            var isKnownForFilms = name.Last < tokens.Count && tokens[name.Last].Is("(") && filmBrackets.Contains(name.Last + 1);
            var film = isKnownForFilms ? reading.Focus.DefaultAt(name.First) : (isFirst ? null : films.GetValueOrDefault(sentence)) ?? (sentence > 0 && reading.Prose.Sentences[sentence - 1].Paragraph == reading.Prose.Sentences[sentence].Paragraph ? films.GetValueOrDefault(sentence - 1) : null);
            if (film is null)
            {
                continue;
            }

            films.TryAdd(sentence, film);
            yield return new Found(film, name.First, new CastStatement(PersonName.Of(reading.Prose, name), null, reading.Prose.QuoteOf(name.First), isKnownForFilms ? 0.86 : 0.8));
        }
    }

    // The film of each sentence that begins with an actor and names their character.
    private static Dictionary<int, Film> CastSentences(Reading reading, IReadOnlyList<Found> known)
    {
        var films = new Dictionary<int, Film>();
        foreach (var found in known)
        {
            if (found.Statement is CastStatement { Quote.Start: not null } and ({ Character: not null } or { Confidence: >= 0.84 }) && found.Token < reading.Prose.Tokens.Count)
            {
                films.TryAdd(reading.Prose.SentenceOf[found.Token], found.Film);
            }
        }

        return films;
    }

    private static bool StartsClause(Reading reading, int at, int sentence)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[sentence].First;
        return at == first || (at - first > 2 && tokens[at - 1].Is("and") && tokens[at - 2].Is(","));
    }

    // "is the queen who notices first", "is the one with the plans", "is the cell's boss".
    private static bool IsDescribed(Reading reading, NameSpan name)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(name.First);
        var be = name.Last < limit && tokens[name.Last].Is("(") && reading.Prose.Closing[name.Last] is > 0 and var close ? close + 1 : name.Last;
        if (be + 3 >= limit || !tokens[be].Is("is") || !tokens[be + 1].Is("the"))
        {
            return false;
        }

        if (tokens[be + 2].Is("one"))
        {
            return tokens[be + 3].Lower is "with" or "who";
        }

        for (var k = be + 2; k < limit && k - be < LongestDescription + 2; k++)
        {
            if (Makers.Contains(tokens[k].Lower) || !(tokens[k].IsLowerWord || tokens[k].Is("'s")) || tokens[k].Lower is "of" or "behind")
            {
                return false;
            }

            if (Words.PersonNouns.Contains(tokens[k].Lower) && k + 1 < limit && tokens[k + 1].Lower is "," or "." or "who" or "whose" or "with" or "in")
            {
                return true;
            }
        }

        return false;
    }
}
