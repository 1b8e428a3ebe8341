using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Who plays whom: "A plays X", "A, whose portrayal of X", "X, played by A", "She plays X".</summary>
internal sealed class CharacterRecogniser : IRecogniser
{
    private const int LongestSubject = 10;
    private static readonly PatternSet Phrasings = PatternSet.Load("roles.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var casting = new Dictionary<int, Film>();
        var series = new List<(int Sentence, Found Found)>();
        foreach (var match in reading.Find(Phrasings))
        {
            var found = match.Pattern.Tag switch
            {
                "front" => FromPerson(reading, match, isFront: true),
                "row" => FromRow(reading, match),
                "rowas" => FromTwoSomebodies(reading, match),
                "also" => casting.ContainsKey(reading.Prose.SentenceOf[match.First]) ? FromPerson(reading, match) : [],
                "series" => [],
                "role" => FromPerson(reading, match),
                "pair" => FromPair(reading, match),
                "pronoun" => FromPronoun(reading, match),
                "title" => FromTitleRole(reading, match),
                "loose" => FromLoose(reading, match),
                _ => FromPassive(reading, match),
            };
            foreach (var one in found)
            {
                casting.TryAdd(reading.Prose.SentenceOf[one.Token], one.Film);
                yield return one;
            }

            if (match.Pattern.Tag == "series" && FromPerson(reading, match).FirstOrDefault() is { } described)
            {
                series.Add((reading.Prose.SentenceOf[match.First], described));
            }
        }

        // "A is Anna, B is Tom": one such clause alone says little.
        foreach (var row in series.GroupBy(s => s.Sentence).Where(g => g.Count() > 1 && g.Any(s => s.Found.Statement is CastStatement { Character: not null })))
        {
            foreach (var (_, found) in row)
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Found> FromPerson(Reading reading, PatternMatch match, bool isFront = false)
    {
        if (!match.TryGet("person", out var first, out var personLast) || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film)
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var name = reading.People.Person(first, limit);
        var role = reading.Roles.Read(roleFirst, limit);
        if (match.TryGet("other", out _, out var replaced))
        {
            personLast = replaced; // "Jane Roe replaces Ann Poe as Anna"
        }

        if ((match.Pattern.Tag == "also" && name.First > first + 2) || (role.IsNamed && role.First > 0 && reading.Prose.Tokens[role.First - 1] is { Lower: "the", IsCapital: true } && !IsWhatTheyDo(reading, role)))
        {
            yield break; // "whose The Quiet Mill was": a title
        }

        // One word far from the part is a place as often as a person.
        if (name.Parts == 1 && !reading.Names.IsSurname(reading.Prose.Tokens[name.First].Lower) && roleFirst - personLast > 4)
        {
            yield break;
        }

        var isSomebody = role.IsNamed || role.IsTitleRole || (name.Parts > 1 && RoleGuard.IsSomebody(reading, roleFirst, role, limit));
        if (!RoleGuard.IsActing(reading, personLast, roleFirst) || !isSomebody || !reading.Names.CouldBePerson(name) || CastGuard.IsNoCast(reading, match.First) || CastGuard.IsOfAnotherFilm(reading, role.Last, limit)
            || RoleGuard.IsOfTitle(reading, name))
        {
            yield break;
        }

        if (role.Last < limit && reading.Prose.Tokens[role.Last].Is("in") && reading.Focus.MentionFrom(role.Last + 1) is { } named)
        {
            film = named.Film; // "who played Anna in Signals"
        }
        else if (role.Last + 1 < limit && reading.Prose.Tokens[role.Last].Is("in") && (reading.Prose.Tokens[role.Last + 1] is { Lower: "the" or "a" or "an", IsCapital: true } || reading.Prose.Tokens[role.Last + 1].Is("\"")))
        {
            yield break;
        }

        if (isFront && !RoleGuard.StandsInFront(reading, match.First, name))
        {
            yield break;
        }

        // Of several people before the verb, the phrasing does not say who is meant; rows have their own reading.
        if (!isFront && match.Pattern.Tag != "also" && reading.People.IsInsideList(name.First))
        {
            yield break;
        }

        var character = role.IsNamed ? reading.Roles.Text(role) : role.IsTitleRole ? TitleRole.Marker : null;
        yield return new Found(film, first, new CastStatement(PersonName.Of(reading.Prose, name), character, reading.Prose.QuoteOf(first), character is null ? Math.Min(0.9, match.Pattern.Confidence) : match.Pattern.Confidence));
        if (!isFront && roleFirst > 0 && reading.Prose.Tokens[roleFirst - 1].Lower is "plays" or "play" or "played")
        {
            foreach (var (other, part) in Gapped(reading, role.Last, limit))
            {
                yield return new Found(film, other.First, new CastStatement(PersonName.Of(reading.Prose, other), part, reading.Prose.QuoteOf(other.First), 0.88));
            }
        }
    }

    // "plays The Ferryman": a name of what somebody does.
    private static bool IsWhatTheyDo(Reading reading, RoleSpan role) =>
        role.First > 1 && role.NameLast - role.First == 1 && reading.Prose.Tokens[role.First - 2].Lower is "plays" or "portrays" or "voices" or "played" or "portrayed" or "voiced"
        && (Words.PersonNouns.Contains(reading.Prose.Tokens[role.First].Lower) || Agents.IsAgent(reading.Prose.Tokens[role.First].Lower)) && reading.Focus.MentionAt(role.First - 1) is null;

    // "A plays the daughter, B the father and C the aunt": the verb is said once.
    private static IEnumerable<(NameSpan Name, string? Character)> Gapped(Reading reading, int from, int limit)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = from; at < limit && tokens[at].Lower is "," or ";" or "and";)
        {
            at += tokens[at].Lower is "," or ";" ? 1 : 0;
            at += at < limit && tokens[at].Lower is "and" or "while" or "with" ? 1 : 0;
            var name = at < limit ? reading.People.Person(at, limit) : default;
            if (name.Parts < 2 || name.Last >= limit || tokens[name.Last].Lower is not ("a" or "an" or "the" or "his" or "her" or "their") || !reading.Names.CouldBePerson(name) || reading.Focus.MentionAt(name.First) is not null)
            {
                yield break;
            }

            var role = reading.Roles.Read(name.Last, limit);
            if (role.Last <= name.Last || !RoleGuard.IsSomebody(reading, name.Last, role, limit))
            {
                yield break;
            }

            yield return (name, role.IsNamed ? reading.Roles.Text(role) : null);
            at = role.Last;
        }
    }

    // "terrific in the title role".
    private static IEnumerable<Found> FromTitleRole(Reading reading, PatternMatch match)
    {
        if (match.TryGet("person", out var first, out var last) && reading.Focus.At(match.First) is { } film
            && reading.People.Person(first, reading.Prose.LimitOf(first)) is var name && reading.Names.CouldBePerson(name) && !reading.People.IsInsideList(name.First)
            && RoleGuard.IsActing(reading, last, match.Last) && !CastGuard.IsNoCast(reading, match.First))
        {
            yield return new Found(film, first, new CastStatement(PersonName.Of(reading.Prose, name), TitleRole.Marker, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    // "mopes as her husband Fred": who it is must be somebody of the story, by name or by what they are.
    private static IEnumerable<Found> FromLoose(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("person", out var first, out var last) || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film)
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var name = reading.People.Person(first, limit);
        var role = reading.Roles.Read(roleFirst, limit);
        var isDescribed = RoleGuard.IsSomebody(reading, roleFirst, role, role.IsNamed ? role.First : limit);
        if ((!role.IsNamed && !(isDescribed && reading.Prose.Tokens[roleFirst].Lower is "the" or "his" or "her" or "their")) || name.Parts < 2 || !reading.Names.CouldBePerson(name) || reading.People.IsInsideList(name.First) || !RoleGuard.IsActing(reading, last, roleFirst)
            || RoleGuard.HoldsClause(reading, last, roleFirst) || CastGuard.IsNoCast(reading, match.First) || CastGuard.IsOfAnotherFilm(reading, role.Last, limit) || reading.Focus.MentionAt(name.First) is not null || reading.Focus.MentionAt(role.First) is not null)
        {
            yield break;
        }

        if (!role.IsNamed)
        {
            yield return new Found(film, first, new CastStatement(PersonName.Of(reading.Prose, name), null, reading.Prose.QuoteOf(first), 0.84));
        }
        else if ((isDescribed && role.First > roleFirst) || (role.NameLast - role.First > 1 && reading.Prose.Tokens[role.First + 1].IsCapital && Words.Honorifics.Contains(reading.Prose.Tokens[role.First].Lower)) || (role.Last + 1 < limit && reading.Prose.Tokens[role.Last].Is(",") && RoleGuard.IsSomebody(reading, role.Last + 1, role, limit)) || reading.Names.CountOf(reading.Names.At(role.First)) > 1)
        {
            yield return new Found(film, first, new CastStatement(PersonName.Of(reading.Prose, name), reading.Roles.Text(role), reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    // "A and B play X and Y".
    private static IEnumerable<Found> FromPair(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("cast", out var first, out _) || !match.TryGet("role", out var one, out _) || !match.TryGet("second", out var other, out _) || reading.Focus.At(match.First) is not { } film)
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var people = reading.People.List(first, limit);
        List<RoleSpan> roles = [reading.Roles.Read(one, limit), reading.Roles.Read(other, limit)];
        if (people.Count != 2 || !roles.TrueForAll(r => r.IsNamed) || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        var characters = RolesInRow.Texts(reading, roles);
        for (var k = 0; k < 2; k++)
        {
            var name = BilledName.Of(reading.Prose, reading.Names, people[k], pairsAreKin: false);
            yield return new Found(film, first, new CastStatement(name, characters[k], reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    // "A, B and C play X, Y and Z", "A and B play a couple".
    private static IEnumerable<Found> FromRow(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("cast", out var first, out _) || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var people = reading.People.List(first, limit);
        var role = reading.Roles.Read(roleFirst, limit);
        if (people.Count < 2 || people.Exists(p => p.Role.Last > 0))
        {
            yield break;
        }

        var roles = role.IsNamed && reading.Roles.ReadRow(role, limit) is { } row && row.Count == people.Count ? RolesInRow.Texts(reading, row) : [];
        for (var k = 0; k < roles.Count; k++)
        {
            var name = BilledName.Of(reading.Prose, reading.Names, people[k], pairsAreKin: false);
            yield return new Found(film, first, new CastStatement(name, roles[k], reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    // "Jane Roe and John Doe as her eccentric parents".
    private static IEnumerable<Found> FromTwoSomebodies(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("person", out var first, out _) || !match.TryGet("other", out var second, out _) || !match.TryGet("role", out var roleFirst, out _)
            || reading.Focus.At(match.First) is not { } film || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var role = reading.Roles.Read(roleFirst, limit);
        NameSpan[] people = [reading.People.Person(first, limit), reading.People.Person(second, limit)];
        if (role.IsNamed || reading.People.IsInsideList(people[0].First) || !people.All(p => p.Parts > 1 && reading.Names.CouldBePerson(p)) || !RoleGuard.IsSomebody(reading, roleFirst, role, limit))
        {
            yield break;
        }

        foreach (var name in people)
        {
            yield return new Found(film, name.First, new CastStatement(PersonName.Of(reading.Prose, name), null, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    // The person that the sentence before is about, when it names one only.
    private static IEnumerable<Found> FromPronoun(Reading reading, PatternMatch match)
    {
        var sentence = reading.Prose.SentenceOf[match.First];
        if (sentence == 0 || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film
            || reading.Prose.Sentences[sentence - 1].Paragraph != reading.Prose.Sentences[sentence].Paragraph)
        {
            yield break;
        }

        var before = reading.Prose.Sentences[sentence - 1];
        var people = new List<NameSpan>();
        for (var k = reading.Names.IndexFrom(before.First); k < reading.Names.Spans.Count && reading.Names.Spans[k].First < before.Last; k++)
        {
            var span = reading.Names.Spans[k];
            if (span.Parts > 1 && reading.Names.CouldBePerson(span) && reading.Focus.MentionAt(span.First) is null)
            {
                people.Add(span);
            }
        }

        var role = reading.Roles.Read(roleFirst, reading.Prose.LimitOf(roleFirst));
        if (people.Count == 1 && role.IsNamed)
        {
            yield return new Found(film, match.First, new CastStatement(
                PersonName.Of(reading.Prose, people[0]), reading.Roles.Text(role), reading.Prose.QuoteOf(match.First), match.Pattern.Confidence));
        }
    }

    // "X, played by A", "X (voiced by A)", "X is played by A".
    private static IEnumerable<Found> FromPassive(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("cast", out var first, out _) || reading.Focus.At(match.First) is not { } film || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var people = reading.People.List(first, limit);
        if (CastGuard.IsOfAnotherFilm(reading, people[^1].Name.Last, limit) || CastGuard.IsOtherPlaying(reading, match.First, people[^1].Name))
        {
            yield break;
        }

        var character = people.Count == 1 ? CharacterBefore.Of(reading, match.First) : null;
        if (match.Pattern.Tag == "alive" && character is null)
        {
            yield break; // "the town is brought to life by Jane Roe"
        }

        // "As played by Jane Roe, Anna is a wreck".
        if (match.First > 0 && reading.Prose.Tokens[match.First - 1].Is("as") && people[0] is { Name: var player } && player.Last + 1 < limit && reading.Prose.Tokens[player.Last].Is(",") && reading.Names.At(player.Last + 1) is { Parts: > 0 } who
            && who.Last < limit && (reading.Prose.Tokens[who.Last].IsLowerWord || reading.Prose.Tokens[who.Last].Is(",")) && !(people.Count > 2 && who.Parts > 1))
        {
            people = [people[0]];
            character = RoleGuard.IsOfTitle(reading, who) || !reading.Names.CouldBePerson(who) ? null : reading.Prose.Slice(who.First, who.Last);
        }

        foreach (var billing in people)
        {
            yield return new Found(film, billing.Name.First, new CastStatement(
                BilledName.Of(reading.Prose, reading.Names, billing, false), character, reading.Prose.QuoteOf(first), match.Pattern.Confidence - 0.03));
        }

        foreach (var (name, part) in GoingOn(reading, match.Last, limit))
        {
            yield return new Found(film, name.First, new CastStatement(PersonName.Of(reading.Prose, name), part, reading.Prose.QuoteOf(name.First), match.Pattern.Confidence - 0.05));
        }
    }

    // "Anna is played by A; her daughter by B; the girl, Ilse, by C": the verb is said once.
    private static IEnumerable<(NameSpan Name, string? Character)> GoingOn(Reading reading, int from, int limit)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = from; at < limit && tokens[at].Lower is "," or ";" or "and";)
        {
            var by = at + 1;
            var isSomebody = false;
            while (by < limit && by - at <= LongestSubject && !tokens[by].Is("by") && (tokens[by].Kind == TokenKind.Word || tokens[by].Lower is "," or "'s" or "-"))
            {
                isSomebody |= tokens[by].IsLowerWord && (Words.PersonNouns.Contains(tokens[by].Lower) || Agents.IsAgent(tokens[by].Lower));
                by++;
            }

            if (by + 1 >= limit || by < at + 2 || !tokens[by].Is("by"))
            {
                yield break;
            }

            var name = Named(reading, by + 1, limit);
            var character = CharacterBefore.Ending(reading, by);
            var isSubject = character is not null || (tokens[by - 1].IsLowerWord && (Words.PersonNouns.Contains(tokens[by - 1].Lower) || Agents.IsAgent(tokens[by - 1].Lower))) || (isSomebody && tokens[by - 1].Is(","));
            if (name.Parts < 2 || !isSubject || !reading.Names.CouldBePerson(name) || reading.Focus.MentionAt(name.First) is not null)
            {
                yield break;
            }

            yield return (name, character);
            at = name.Last;
        }
    }

    // "by a child of great composure named Jane Roe".
    private static NameSpan Named(Reading reading, int at, int limit)
    {
        if (reading.People.Person(at, limit) is { Parts: > 0 } name)
        {
            return name;
        }

        for (var k = at; k + 1 < limit && k - at <= LongestSubject && (reading.Prose.Tokens[k].IsLowerWord || reading.Prose.Tokens[k].Lower.EndsWith("-old", StringComparison.Ordinal) || reading.Prose.Tokens[k].Kind == TokenKind.Number || reading.Prose.Tokens[k].Is("-")); k++)
        {
            if (reading.Prose.Tokens[k].Lower is "named" or "called")
            {
                return reading.Names.At(k + 1);
            }
        }

        return default;
    }
}
