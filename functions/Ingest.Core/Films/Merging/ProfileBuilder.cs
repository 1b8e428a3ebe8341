using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>From the evidence of one film to its profile.</summary>
internal static class ProfileBuilder
{
    /// <summary>The profile, with an id that other films of the group may still share.</summary>
    public static FilmProfile Of(FilmCluster film, NormalForms forms)
    {
        var sayings = Saying.Of(film);
        var conflicts = new ConflictList();
        var title = TitleMerge.Title(film, sayings, forms);
        var year = SingleValues.Year(sayings, conflicts);
        var people = new CreditMerge(sayings, forms);
        var reviews = ReviewsOf(film, about: false);
        var about = ReviewsOf(film, about: true);
        var profile = new FilmProfile
        {
            Id = FilmId.Of(title.Value, year?.Value).Value,
            Title = title,
            AlternateTitles = [.. TitleMerge.AlternateTitles(title.Value, sayings, forms).Take(FilmProfile.MaxAlternateTitles)],
            Year = year,
            Countries = Words<CountryStatement>(sayings, said => said.Country, FilmProfile.MaxCountries),
            Genres = Words<GenreStatement>(sayings, said => said.Genre, FilmProfile.MaxGenres),
            Directors = people.Of<DirectorStatement>(),
            Writers = people.Of<WriterStatement>(),
            Cast = people.Cast(conflicts),
            BoxOffice = [.. BoxOfficeMerge.Of(sayings, conflicts).Take(FilmProfile.MaxFigures)],
            Budget = [.. BudgetMerge.Of(sayings, conflicts).Take(FilmProfile.MaxFigures)],
            RuntimeMinutes = SingleValues.RuntimeMinutes(sayings, conflicts),
            ReleaseDate = SingleValues.ReleaseDate(sayings, conflicts),
            Comparisons = Comparisons(sayings, forms),
            ExternalIds = ExternalIds(sayings, conflicts),
            ReviewCount = reviews.Length,
            SubjectOf = about.Length,
            Reviews = [.. about.Concat(reviews.Except(about, StringComparer.Ordinal)).Take(FilmProfile.MaxReviews)],
        };
        return profile with { Conflicts = [.. conflicts.Ordered()] };
    }

    private static ImmutableArray<string> ReviewsOf(FilmCluster film, bool about) =>
    [
        .. film.Placed.Where(placed => !about || placed.Evidence.Film.IsSubject)
            .Select(placed => placed.Evidence.Review)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static ImmutableArray<Supported<string>> Words<TStatement>(List<Saying> sayings, Func<TStatement, string> word, int most)
        where TStatement : Statement =>
    [
        .. Candidates.Of<TStatement, string>(sayings, said => Folding.Fold(word(said)).Trim(), word)
            .Take(most)
            .Select(value => value.Supported()),
    ];

    private static ImmutableArray<Supported<string>> Comparisons(List<Saying> sayings, NormalForms forms) =>
    [
        .. Candidates.Of<ComparisonStatement, string>(sayings, said => forms.Title(said.Title).Whole, said => TitleMerge.Tidy(said.Title))
            .Take(FilmProfile.MaxComparisons)
            .Select(film => film.Supported()),
    ];

    private static ImmutableArray<ExternalId> ExternalIds(List<Saying> sayings, ConflictList conflicts)
    {
        var ids = new List<ExternalId>();
        foreach (var source in Candidates.Of<ExternalIdStatement, (string Source, string Id)>(
                sayings, said => (said.Source, said.Id), said => (said.Source, said.Id))
            .GroupBy(id => id.Value.Source, StringComparer.Ordinal)
            .Take(FilmProfile.MaxExternalIds)
            .OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            var standing = source.First();
            var opposing = SingleValues.Opposing(standing.Backing, source.Skip(1));
            ids.Add(new ExternalId(
                source.Key,
                standing.Value.Id,
                standing.Backing.Support,
                standing.Backing.Confidence(opposing),
                standing.Backing.Sources));
            foreach (var other in source.Skip(1))
            {
                conflicts.Add("externalIds." + source.Key, other.Value.Id, standing.Value.Id, other.Backing, standing.Backing.Support);
            }
        }

        return [.. ids];
    }
}
