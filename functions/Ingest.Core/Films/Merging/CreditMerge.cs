using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>People of the film: each once in a list, under the best supported spelling of the name.</summary>
internal sealed class CreditMerge
{
    private readonly IReadOnlyList<Saying> sayings;
    private readonly NormalForms forms;
    private readonly PersonRoster roster;
    private readonly Dictionary<int, string> shown;
    private readonly Dictionary<int, ImmutableArray<string>> aliases;

    public CreditMerge(IReadOnlyList<Saying> sayings, NormalForms forms)
    {
        this.sayings = sayings;
        this.forms = forms;
        var named = sayings.Select(said => (said.Review, Person: PersonIn(said.Statement)))
            .Where(one => !string.IsNullOrWhiteSpace(one.Person))
            .Select(one => (one.Review, Name: forms.Person(one.Person!)))
            .ToList();
        roster = PersonRoster.Of(named.Select(one => one.Name));
        var people = named.GroupBy(one => roster.PersonOf(one.Name)).ToList();

        // A family name alone is never shown where the full name is known.
        shown = people.ToDictionary(
            person => person.Key,
            person => Spelling.Best(FullNames(person).Select(one => (one.Review, one.Name.Written))));
        aliases = people.ToDictionary(
            person => person.Key,
            person => Spelling.MostUsed(
                person.Select(one => (one.Review, one.Name.Written)).Where(one => one.Written != shown[person.Key])));
    }

    /// <summary>The people credited by one kind of statement, best supported first, then as named.</summary>
    public ImmutableArray<Credit> Of<TStatement>()
        where TStatement : Statement =>
        [
            .. People<TStatement>().Take(FilmProfile.MaxCredits).Select(person => new Credit(
                shown[person.Value],
                aliases[person.Value],
                person.Backing.Support,
                person.Backing.Confidence(),
                person.Backing.Sources)),
        ];

    /// <summary>The cast with their characters.</summary>
    public ImmutableArray<CastMember> Cast(ConflictList conflicts)
    {
        var characters = sayings
            .Where(said => said.Statement is CastStatement { Character: not null } member && !string.IsNullOrWhiteSpace(member.Person))
            .ToLookup(said => roster.PersonOf(forms.Person(((CastStatement)said.Statement).Person)));
        return
        [
            .. People<CastStatement>().Take(FilmProfile.MaxCast).Select(person =>
            {
                var (character, others) = CharacterMerge.Of(characters[person.Value], forms, conflicts);
                return new CastMember(
                    shown[person.Value],
                    aliases[person.Value],
                    character,
                    others,
                    person.Backing.Support,
                    person.Backing.Confidence(),
                    person.Backing.Sources);
            }),
        ];
    }

    private static IEnumerable<(string Review, PersonName Name)> FullNames(IEnumerable<(string Review, PersonName Name)> used) =>
        used.Any(one => one.Name.Words.Length > 1) ? used.Where(one => one.Name.Words.Length > 1) : used;

    private IEnumerable<Candidate<int>> People<TStatement>()
        where TStatement : Statement =>
        sayings.Where(said => said.Statement is TStatement && !string.IsNullOrWhiteSpace(PersonIn(said.Statement)))
            .GroupBy(said => roster.PersonOf(forms.Person(PersonIn(said.Statement)!)))
            .Select(person => new Candidate<int>(person.Key, Backing.Of([.. person])))
            .OrderByDescending(person => person.Backing.Support)
            .ThenBy(person => person.Backing.Rank)
            .ThenByDescending(person => person.Backing.Belief)
            .ThenBy(person => shown[person.Value], StringComparer.Ordinal);

    private static string? PersonIn(Statement statement) => statement switch
    {
        DirectorStatement director => director.Person,
        WriterStatement writer => writer.Person,
        CastStatement member => member.Person,
        _ => null,
    };
}
