using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Who somebody of the story is played by, where the text says it by "is" or of a pronoun: "Roe is Anna", "The keeper is John Doe", "He is played by John Doe".</summary>
internal sealed class CharacterIdentityRecogniser : IRecogniser
{
    private static readonly PatternSet Phrasings = PatternSet.Load("identities.txt");

    // Of the film, not in it.
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "director", "writer", "author", "novelist", "producer", "composer", "cinematographer", "editor", "screenwriter", "photographer", "designer", "choreographer", "filmmaker", "film-maker", "helmer", "lenser", "creator", "publisher", "distributor", "critic", "reader", "viewer", "winner", "supervisor", "conductor", "songwriter",
        "lyricist", "playwright", "translator", "master", "inspiration", "model", "subject", "owner", "maker", "animator", "reviewer", "narrator",
    };

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var directory = new PersonDirectory(reading, known);
        var pronouns = new CharacterOfPronoun(reading, directory, known);
        foreach (var match in reading.Find(Phrasings))
        {
            if (reading.Focus.At(match.First) is not { } film || CastGuard.IsNoCast(reading, match.First))
            {
                continue;
            }

            var read = match.Pattern.Tag switch
            {
                "equals" => Equal(reading, directory, match),
                "noun" => Noun(reading, directory, match),
                "billed" or "apposed" => Billed(reading, directory, match),
                "whom" => Whom(reading, directory, match),
                "called" => Called(reading, pronouns, match),
                "brings" or "lends" or "invests" => Given(reading, directory, match),
                _ => OfPronoun(reading, directory, pronouns, match),
            };
            if (read is { } cast)
            {
                pronouns.Plays(cast.Person, cast.Character);
                yield return new Found(film, match.First, new CastStatement(cast.Person, cast.Character, reading.Prose.QuoteOf(match.First), cast.Confidence));
            }
        }
    }

    // "Roe is Anna Rask, fresh out of jail": an actor the text knows, or somebody of the story who comes again.
    private static (string Person, string? Character, double Confidence)? Equal(Reading reading, PersonDirectory directory, PatternMatch match)
    {
        if (PersonOf(reading, match, "person") is not { } name || !match.TryGet("role", out var roleFirst, out _) || !StartsClause(reading, match.First) || reading.People.IsInsideList(name.First))
        {
            return null;
        }

        var role = reading.Roles.Read(roleFirst, reading.Prose.LimitOf(roleFirst));
        var person = PersonName.Of(reading.Prose, name);
        var character = role.IsNamed ? reading.Names.At(role.First) : default;
        if (!role.IsNamed || role.First != roleFirst || character.Parts == 0 || !reading.Names.CouldBePerson(character) || reading.Focus.MentionAt(role.First) is not null || reading.Titles.IsEmphasised(role.First))
        {
            return null;
        }

        var text = reading.Roles.Text(role);
        if (directory.Credited(text) is not null || string.Equals(directory.Full(text), directory.Full(person), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isSomebody = character.Parts > 1 || directory.IsUsedElsewhere(character) || Words.GivenNames.Contains(reading.Prose.Tokens[role.First].Lower);
        if (directory.IsCast(person) && isSomebody)
        {
            return (directory.Full(person), text, 0.9);
        }

        var comesAgain = directory.IsUsedElsewhere(character) || (character.Parts > 1 && Words.Honorifics.Contains(reading.Prose.Tokens[role.First].Lower));
        return name.Parts > 1 && !directory.IsMaker(person) && comesAgain && (reading.Names.CountOf(name) == 1 || PersonDirectory.LooksLikePerson(reading.Prose, name)) ? (person, text, 0.86) : null;
    }

    // "A keeper comes. The keeper is John Doe, so you may guess": somebody just told of.
    private static (string Person, string? Character, double Confidence)? Noun(Reading reading, PersonDirectory directory, PatternMatch match)
    {
        var tokens = reading.Prose.Tokens;
        if (PersonOf(reading, match, "person") is not { Parts: > 1 } name || !match.TryGet("person", out var first, out var last) || directory.IsMaker(PersonName.Of(reading.Prose, name))
            || (last + 1 < tokens.Count && tokens[last].Is(",") && tokens[last + 1].Lower is "a" or "an" or "the" or "his" or "her"))
        {
            return null; // "The man is Ilmo Rask, a miner": his name
        }

        for (var k = match.First + 1; k < first; k++)
        {
            if (!tokens[k].IsLowerWord && !tokens[k].Is("'s"))
            {
                return null;
            }

            if (tokens[k].IsLowerWord && (Words.PersonNouns.Contains(tokens[k].Lower) || Agents.IsAgent(tokens[k].Lower)) && NounPhrase.EndsAt(tokens, k + 1, first))
            {
                return !Makers.Contains(tokens[k].Lower) && !Words.Occupations.Contains(tokens[k].Lower) && IsToldBefore(reading, match.First, tokens[k].Lower) && reading.Names.CountOf(name) == 1
                    ? (PersonName.Of(reading.Prose, name), null, match.Pattern.Confidence)
                    : null;
            }
        }

        return null;
    }

    // "Rask is comedian John Doe", "The nephew, Ilmo, is John Doe".
    private static (string Person, string? Character, double Confidence)? Billed(Reading reading, PersonDirectory directory, PatternMatch match)
    {
        if (PersonOf(reading, match, "other") is not { Parts: > 1 } name || PersonOf(reading, match, "person") is not { } character || reading.People.IsInsideList(character.First))
        {
            return null;
        }

        var person = PersonName.Of(reading.Prose, name);
        var isPerson = directory.Credited(reading.Prose.Slice(character.First, character.Last)) is not null || directory.IsMaker(person);
        if (isPerson || (match.Pattern.Tag == "apposed" && !IsSomebodyBetween(reading, match.First, character.First)))
        {
            return null;
        }

        return (person, reading.Prose.Slice(character.First, character.Last), match.Pattern.Confidence);
    }

    // "the colleague Anna, whom the comedian John Doe plays without fuss".
    private static (string Person, string? Character, double Confidence)? Whom(Reading reading, PersonDirectory directory, PatternMatch match)
    {
        if (PersonOf(reading, match, "person") is not { } name || match.First == 0)
        {
            return null;
        }

        var person = PersonName.Of(reading.Prose, name);
        var character = CharacterBefore.Ending(reading, match.First);
        var noun = reading.Prose.Tokens[match.First - (reading.Prose.Tokens[match.First - 1].Is(",") ? 2 : 1) is var at && at >= 0 ? at : 0];
        var isPart = noun is { IsLowerWord: true, Lower: var word } && (Words.PersonNouns.Contains(word) || Agents.IsAgent(word) || word is "character" or "role" or "part");
        return (name.Parts > 1 || directory.IsCast(person)) && (character is not null || isPart) && (character is null || directory.Credited(character) is null) ? (directory.Full(person), character, match.Pattern.Confidence) : null;
    }

    private static (string Person, string? Character, double Confidence)? Called(Reading reading, CharacterOfPronoun pronouns, PatternMatch match)
    {
        match.TryGet("role", out var roleFirst, out _);
        var role = reading.Roles.Read(roleFirst, reading.Prose.LimitOf(roleFirst));
        return role.IsNamed && role.First <= roleFirst + 1 && pronouns.ActorBefore(match.First) is { } actor ? (actor, reading.Roles.Text(role), match.Pattern.Confidence) : null;
    }

    // "brings her whole thing to reporter Anna Rask", "lends the daughter, Anna, a watchful air".
    private static (string Person, string? Character, double Confidence)? Given(Reading reading, PersonDirectory directory, PatternMatch match)
    {
        if (PersonOf(reading, match, "person") is not { } name || !match.TryGet("role", out var roleFirst, out _) || reading.People.IsInsideList(name.First))
        {
            return null;
        }

        var limit = reading.Prose.LimitOf(roleFirst);
        var person = PersonName.Of(reading.Prose, name);
        var role = reading.Roles.Read(roleFirst, limit);
        var isCast = directory.IsCast(person);
        if (!role.IsNamed || (name.Parts < 2 && !isCast) || (directory.IsMaker(person) && !isCast) || reading.Names.At(role.First) is not { Parts: > 0 } character || !reading.Names.CouldBePerson(character)
            || reading.Focus.MentionAt(role.First) is not null || reading.Titles.IsEmphasised(role.First) || directory.Credited(reading.Roles.Text(role)) is not null)
        {
            return null;
        }

        var isDescribed = role.First > roleFirst && IsSomebodyBetween(reading, roleFirst, role.First);
        var comesAgain = role.First == roleFirst && directory.IsUsedElsewhere(character) && (character.Parts > 1 || Words.GivenNames.Contains(reading.Prose.Tokens[role.First].Lower) || isCast);
        comesAgain |= match.Pattern.Tag == "invests" && (Words.GivenNames.Contains(reading.Prose.Tokens[role.First].Lower) || Words.Honorifics.Contains(reading.Prose.Tokens[role.First].Lower));
        return isDescribed || comesAgain ? (directory.Full(person), reading.Roles.Text(role), isCast ? 0.88 : match.Pattern.Confidence) : null;
    }

    private static (string Person, string? Character, double Confidence)? OfPronoun(Reading reading, PersonDirectory directory, CharacterOfPronoun pronouns, PatternMatch match)
    {
        if (PersonOf(reading, match, "person") is not { } name || CastGuard.IsOtherPlaying(reading, match.First, name))
        {
            return null;
        }

        var person = PersonName.Of(reading.Prose, name);
        if ((name.Parts < 2 && !directory.IsCast(person)) || (match.First > 0 && reading.Prose.Tokens[match.First - 1].Lower is "had" or "if" or "should" or "were" or "let" or "see" or "seen" or "have"))
        {
            return null;
        }

        var character = pronouns.CharacterBefore(match.First, name);
        var isSure = match.Pattern.Tag is "passive" or "playing" || character is not null || directory.IsCast(person);
        return isSure ? (directory.Full(person), character, match.Pattern.Confidence) : (person, null, match.Pattern.Tag == "him" ? 0.88 : 0.84);
    }

    // The name itself: nothing that is theirs, and no film.
    private static NameSpan? PersonOf(Reading reading, PatternMatch match, string slot)
    {
        if (!match.TryGet(slot, out var first, out var last))
        {
            return null;
        }

        var name = reading.People.Person(first, reading.Prose.LimitOf(first));
        var isTheirs = last < reading.Prose.Tokens.Count && reading.Prose.Tokens[last].Is("'s");
        return name.Parts > 0 && !isTheirs && reading.Names.CouldBePerson(name) && !RoleGuard.IsOfTitle(reading, name) && !reading.Titles.IsEmphasised(name.First) ? name : null;
    }

    private static bool StartsClause(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        return at == reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First || tokens[at - 1].Lower is "," or ";" or "and" or ":" or "-" or "while" or "but" or "here" or "(";
    }

    private static bool IsSomebodyBetween(Reading reading, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (reading.Prose.Tokens[k] is { IsLowerWord: true, Lower: var word } && (Words.PersonNouns.Contains(word) || Agents.IsAgent(word)) && !Makers.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the sentence before, or the one before that, has the same noun.
    private static bool IsToldBefore(Reading reading, int at, string noun)
    {
        var sentence = reading.Prose.SentenceOf[at];
        for (var before = sentence - 1; before >= 0 && sentence - before <= 2; before--)
        {
            for (var k = reading.Prose.Sentences[before].First; k < reading.Prose.Sentences[before].Last; k++)
            {
                if (reading.Prose.Tokens[k].Is(noun))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
