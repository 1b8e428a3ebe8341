using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Jane Roe's Anna is a monster", "John Doe's disgraced surgeon, Dr. Emil Rask": whose part it is.</summary>
internal sealed class PossessiveRoleRecogniser : IRecogniser
{
    private const int LongestDescription = 5;

    // What people have rather than play.
    private static readonly HashSet<string> Kin = new(StringComparer.Ordinal)
    {
        "wife", "husband", "mother", "father", "mom", "mum", "dad", "son", "daughter", "brother", "sister", "sibling", "twin", "uncle", "aunt", "niece", "nephew", "cousin", "friend", "partner", "boss", "assistant", "colleague", "child", "parent", "grandmother", "grandfather", "agent",
        "student", "pupil", "apprentice", "disciple", "collaborator", "co-writer", "co-director", "successor", "predecessor", "classmate", "roommate", "biographer", "translator", "widow", "widower", "heir", "ex", "ex-wife", "ex-husband", "boyfriend", "girlfriend", "lover", "director", "writer", "editor", "producer", "doctor", "lawyer", "manager", "fiancé", "fiancée", "mentor", "teacher", "neighbour", "neighbor", "bodyguard", "client", "author", "novelist", "hero", "heroine", "protégé", "fan", "critic", "family", "cinematographer", "composer", "kid", "baby", "victim", "killer", "ghost", "leader", "robot", "alien",
    };

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var directory = new PersonDirectory(reading, known);
        var tokens = reading.Prose.Tokens;
        var sentence = -1;
        foreach (var name in reading.Names.Spans)
        {
            var limit = reading.Prose.LimitOf(name.First);
            if (name.Last + 1 >= limit || !tokens[name.Last].Is("'s") || !reading.Names.CouldBePerson(name) || reading.Focus.MentionAt(name.First) is not null
                || (name.First > 0 && tokens[name.First - 1].Lower is "director" or "filmmaker" or "writer" or "author" or "novelist" or "like"))
            {
                continue;
            }

            var person = PersonName.Of(reading.Prose, name);
            var credited = directory.Credited(person);
            var isCast = credited is not null && directory.IsCast(person);
            if ((name.Parts < 2 && !isCast) || (directory.IsMaker(person) && !isCast) || reading.Focus.At(name.First) is not { } film)
            {
                continue;
            }

            if (RoleBehind(reading, name.Last + 1, limit, isCast, reading.Prose.SentenceOf[name.First] == sentence) is { } role)
            {
                sentence = role.Character is null ? sentence : reading.Prose.SentenceOf[name.First];
                yield return new Found(film, name.First, new CastStatement(credited ?? person, role.Character, reading.Prose.QuoteOf(name.First), isCast ? 0.9 : role.Confidence));
            }
        }
    }

    private static (string? Character, double Confidence)? RoleBehind(Reading reading, int first, int limit, bool isCast, bool goesOn)
    {
        var tokens = reading.Prose.Tokens;
        for (var k = first; k < limit && k - first <= LongestDescription; k++)
        {
            if (reading.Names.At(k) is { Parts: > 0 } character)
            {
                // Somebody of the story: the name stands elsewhere too, or is one that people are given.
                var isSomebody = reading.Focus.MentionAt(k) is null && !reading.Titles.IsEmphasised(k) && reading.Names.CouldBePerson(character) && !tokens[k - 1].Is("\"")
                    && (goesOn || reading.Names.CountOf(character) > 1 || (Words.GivenNames.Contains(tokens[k].Lower) && character.Parts == 1) || Words.Honorifics.Contains(tokens[k].Lower))
                    && !(character.Last < limit && tokens[character.Last].Lower is "'s" or "(" or "\"");
                return isSomebody && (k == first || (tokens[k - 1].IsLowerWord && k - first <= 2 && !tokens[k - 1].Lower.EndsWith("ing", StringComparison.Ordinal))) ? (reading.Prose.Slice(character.First, character.Last), 0.86) : null;
            }

            if (tokens[k].Lower is "former" or "late" or "real-life" or "longtime" or "long-time" or "old" && !isCast)
            {
                return null; // "Roe's former student Ann Poe"
            }

            if (!tokens[k].IsLowerWord && !(tokens[k].Is(",") && k > first && k + 1 < limit && tokens[k + 1].IsLowerWord) && !tokens[k].Is("-"))
            {
                return null;
            }

            if (k == first && tokens[k].Lower is "character" or "villain" or "antagonist")
            {
                return (null, 0.82);
            }

            if (Words.PersonNouns.Contains(tokens[k].Lower) && NounPhrase.EndsAt(tokens, k + 1, limit))
            {
                if (Kin.Contains(tokens[k].Lower) || (k == first && !isCast))
                {
                    return null;
                }

                var named = k + 1 < limit && tokens[k + 1].Is(",") ? k + 2 : k + 1;
                return named < limit && reading.Names.At(named) is { Parts: > 0 } who && reading.Names.CouldBePerson(who) && reading.Focus.MentionAt(named) is null && who.Last < limit && tokens[who.Last].Lower is "," or "is" or "has" or "as" or "in" or "to"
                    ? (reading.Prose.Slice(who.First, who.Last), 0.86)
                    : (null, 0.84);
            }

            if (Phrases.Genres.TryFind(tokens, k, limit, out _, out _) || Phrases.FilmNouns.TryFind(tokens, k, limit, out _, out _) || Words.Blockers.Contains(tokens[k].Lower) || Words.Verbs.Contains(tokens[k].Lower))
            {
                return null;
            }
        }

        return null;
    }
}
