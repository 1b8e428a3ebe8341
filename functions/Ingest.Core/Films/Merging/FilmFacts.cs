using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>What one review says that tells a film apart from others of its title.</summary>
internal sealed class FilmFacts
{
    private FilmFacts(Evidence evidence, NormalForms forms)
    {
        Evidence = evidence;
        Form = forms.Title(evidence.Film.Title);
        Others = OthersOf(evidence.Film, Form, forms);
        var (directors, cast, countries) = (new List<PersonName>(), new List<PersonName>(), new List<string>());
        foreach (var statement in evidence.Film.Statements)
        {
            switch (statement)
            {
                case DirectorStatement director:
                    directors.Add(forms.Person(director.Person));
                    break;
                case CastStatement member:
                    cast.Add(forms.Person(member.Person));
                    break;
                case CountryStatement country:
                    countries.Add(Folding.Fold(country.Country));
                    break;
                default:
                    break;
            }
        }

        (Directors, Cast, Countries) = ([.. directors.Distinct()], [.. cast.Distinct()], [.. countries.Distinct()]);
        Year = YearOf(evidence.Film.Statements) ?? Form.Year;
        Ids = IdsOf(evidence.Film.Statements);
    }

    public Evidence Evidence { get; }

    public TitleForm Form { get; }

    /// <summary>The other titles that the review is sure of; the film's title with another number is none.</summary>
    public ImmutableArray<TitleForm> Others { get; }

    public int? Year { get; }

    public ImmutableArray<ExternalIdStatement> Ids { get; }

    /// <summary>People with the forms in which their other spellings may meet them.</summary>
    public ImmutableArray<PersonName> Directors { get; }

    public ImmutableArray<PersonName> Cast { get; }

    public ImmutableArray<string> Countries { get; }

    /// <summary>Whether anything but the title is said that tells films apart.</summary>
    public bool AreNone => Strength == 0;

    /// <summary>How much tells this film apart; evidence is placed from the strongest to the weakest. What has several ids
    /// comes before what has one of them.</summary>
    public int Strength =>
        (64 * Ids.Length)
        + (Year is null ? 0 : 32)
        + (Directors.Length > 0 ? 16 : 0)
        + (Math.Min(Cast.Length, 4) * 3)
        + (Countries.Length > 0 ? 2 : 0);

    public static FilmFacts Of(Evidence evidence, NormalForms forms) => new(evidence, forms);

    private static ImmutableArray<TitleForm> OthersOf(FilmStatements film, TitleForm own, NormalForms forms) =>
        film.Statements.Any(said => said is AlternateTitleStatement)
            ?
            [
                .. TitleKeys.OtherTitles(film)
                    .Select(forms.Title)
                    .Where(other => other.Whole != own.Whole && !NumberedTitles.Differ(own, other))
                    .DistinctBy(other => other.Whole, StringComparer.Ordinal),
            ]
            : [];

    // The year most often given in the review, then the surest, then the first; else that of the first release date.
    private static int? YearOf(ImmutableArray<Statement> statements) =>
        statements.OfType<YearStatement>()
            .GroupBy(year => year.Year)
            .OrderByDescending(group => group.Max(year => year.Confidence))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => (int?)group.Key)
            .FirstOrDefault()
        ?? statements.OfType<ReleaseDateStatement>().Select(release => (int?)release.Date.Year).Min();

    // One of each source: the surest.
    private static ImmutableArray<ExternalIdStatement> IdsOf(ImmutableArray<Statement> statements) =>
    [
        .. statements.OfType<ExternalIdStatement>()
            .OrderByDescending(id => id.Confidence)
            .ThenBy(id => id.Id, StringComparer.Ordinal)
            .DistinctBy(id => id.Source, StringComparer.Ordinal)
            .OrderBy(id => id.Source, StringComparer.Ordinal),
    ];
}
