using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films;

/// <summary>From all evidence of one title group to its film profiles.</summary>
public static class FilmMerge
{
    /// <summary>
    /// Merges. Pure and deterministic: any order and any repetition of the same evidence gives equal profiles, ordered by
    /// id, and equal bytes of JSON.
    /// </summary>
    public static ImmutableArray<FilmProfile> Merge(IEnumerable<Evidence> evidence)
    {
        var all = evidence.OrderBy(e => e.Review, StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var said = all.SelectMany(e => e.Film.Statements.Select(s => (e.Review, Statement: s))).ToList();
        ImmutableArray<Source> Sources(IEnumerable<(string Review, Statement Statement)> of) =>
            [.. of.Select(s => new Source(s.Review, s.Statement.Quote.Text, s.Statement.Quote.Start, s.Statement.Quote.End)).Distinct()];
        ImmutableArray<Supported<T>> Values<TStatement, T>(Func<TStatement, T> value)
            where TStatement : Statement =>
            [.. said.Where(s => s.Statement is TStatement).GroupBy(s => value((TStatement)s.Statement))
                .OrderByDescending(g => g.Select(s => s.Review).Distinct().Count())
                .Select(g => new Supported<T>(g.Key, g.Select(s => s.Review).Distinct().Count(), g.Max(s => s.Statement.Confidence), Sources(g)))];
        ImmutableArray<Credit> Credits<TStatement>(Func<TStatement, string> person)
            where TStatement : Statement =>
            [.. Values(person).Select(v => new Credit(v.Value, [], v.Support, v.Confidence, v.Sources))];

        var title = Values<TitleStatement, string>(s => s.Title).FirstOrDefault()
            ?? new Supported<string>(all[0].Film.Title, 1, 1, []);
        var year = Values<YearStatement, int>(s => s.Year).FirstOrDefault();
        return
        [
            new FilmProfile
            {
                Id = TitleKey.Of(title.Value).Value + (year is null ? "" : "-" + year.Value),
                Title = title,
                Year = year,
                AlternateTitles = Values<AlternateTitleStatement, string>(s => s.Title),
                Countries = Values<CountryStatement, string>(s => s.Country),
                Genres = Values<GenreStatement, string>(s => s.Genre),
                Directors = Credits<DirectorStatement>(s => s.Person),
                Writers = Credits<WriterStatement>(s => s.Person),
                Cast =
                [
                    .. Values<CastStatement, string>(s => s.Person).Select(v => new CastMember(
                        v.Value,
                        [],
                        said.Select(s => s.Statement).OfType<CastStatement>().FirstOrDefault(s => s.Person == v.Value && s.Character is not null)?.Character,
                        [],
                        v.Support,
                        v.Confidence,
                        v.Sources)),
                ],
                BoxOffice =
                [
                    .. Values<BoxOfficeStatement, (BoxOfficeMeasure M, decimal A, string? C, string? T, Qualifier Q)>(
                            s => (s.Measure, s.Amount, s.Currency, s.Territory, s.Qualifier))
                        .Select(v => new BoxOfficeFigure(
                            v.Value.M, v.Value.A, v.Value.C, v.Value.T, v.Value.Q, v.Support, v.Confidence, v.Sources)),
                ],
                Budget =
                [
                    .. Values<BudgetStatement, (decimal A, decimal? M, string C, Qualifier Q)>(
                            s => (s.Amount, s.AmountMax, s.Currency, s.Qualifier))
                        .Select(v => new BudgetFigure(v.Value.A, v.Value.M, v.Value.C, v.Value.Q, v.Support, v.Confidence, v.Sources)),
                ],
                RuntimeMinutes = Values<RuntimeStatement, int>(s => s.Minutes).FirstOrDefault(),
                ReleaseDate = Values<ReleaseDateStatement, DateOnly>(s => s.Date).OrderBy(v => v.Value).FirstOrDefault(),
                Comparisons = Values<ComparisonStatement, string>(s => s.Title),
                ReviewCount = all.Select(e => e.Review).Distinct().Count(),
                SubjectOf = all.Where(e => e.Film.IsSubject).Select(e => e.Review).Distinct().Count(),
                Reviews = [.. all.Select(e => e.Review).Distinct()],
            },
        ];
    }
}
