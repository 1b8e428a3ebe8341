using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Genres and countries of what is called the director's: "Jane Roe's spy adventure is".</summary>
internal sealed class OwnedKindRecogniser : IRecogniser
{
    private const int MostReferences = 40;
    private const int MostAdjectives = 4;
    private const double Confidence = 0.86;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Nouns = DataFile.LabelledWords("possessives.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        var directors = known.Where(f => f is { Statement: DirectorStatement, Film.IsSubject: true })
            .ToLookup(f => LastWord(((DirectorStatement)f.Statement).Person), f => f.Film, StringComparer.OrdinalIgnoreCase);
        foreach (var span in reading.Names.Spans)
        {
            if (span.Last + 1 >= tokens.Count || !tokens[span.Last].Is("'s") || !directors.Contains(tokens[span.Last - 1].Lower) || Phrase(reading, span) is not { } phrase)
            {
                continue;
            }

            var film = directors[tokens[span.Last - 1].Lower].First();
            var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]];
            if (reading.Focus.DefaultAt(span.First) != film || reading.Focus.Before(sentence, sentence.Last).Take(MostReferences).Any(r => r.Film is not null && r.Film != film))
            {
                continue;
            }

            foreach (var genre in phrase.Genres)
            {
                yield return new Found(film, span.First, new GenreStatement(genre, reading.Prose.QuoteOf(span.First), Confidence));
            }

            foreach (var country in phrase.Countries)
            {
                yield return new Found(film, span.First, new CountryStatement(country, reading.Prose.QuoteOf(span.First), Confidence));
            }
        }
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    // The phrase behind the name, unless its adjectives tell of another film of theirs.
    private static FilmPhrase? Phrase(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]];
        for (var k = span.Last + 1; k < sentence.Last && k - span.Last <= MostAdjectives + 1; k++)
        {
            if (Nouns["other"].Contains(tokens[k].Lower) || tokens[k].Lower is "first" or "debut" or "breakthrough" or "short")
            {
                return null;
            }

            if (FilmPhrase.Read(reading, k, sentence) is { IsPlural: false, HasGenreOrCountry: true, Year: null } phrase)
            {
                var isTitled = phrase.Last < sentence.Last && (tokens[phrase.Last].Lower is "\"" || (tokens[phrase.Last].IsCapital && reading.Focus.MentionAt(phrase.Last) is null));
                return isTitled || tokens[phrase.Last - 1].Lower is "story" or "tale" or "romance" or "mystery" or "saga" ? null : phrase;
            }

            if (!tokens[k].IsLowerWord || Words.Blockers.Contains(tokens[k].Lower))
            {
                return null;
            }
        }

        return null;
    }
}
