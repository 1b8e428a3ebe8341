using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>Box office figures: one value for each measure, currency and territory where the reviews agree on one.</summary>
internal static class BoxOfficeMerge
{
    public static ImmutableArray<BoxOfficeFigure> Of(IReadOnlyList<Saying> sayings, ConflictList conflicts)
    {
        var order = sayings.Index().Where(said => said.Item.Statement is BoxOfficeStatement)
            .ToDictionary(said => said.Item, said => said.Index);
        var figures = new List<(BoxOfficeFigure Figure, AmountRange Range, Backing Backing)>();
        foreach (var kind in order.Keys
            .GroupBy(said => ((BoxOfficeStatement)said.Statement) switch { var s => (s.Measure, s.Currency) }))
        {
            var groups = FigureGroup.Of(kind.Select(said => (said, FigureOf((BoxOfficeStatement)said.Statement))));
            var here = groups.Select(group => group.ToCandidate(order))
                .GroupBy(figure => Territory.KeyOf(figure.Value.Territory))
                .OrderBy(territory => territory.Key, StringComparer.Ordinal)
                .SelectMany(territory => FigureMerge.Standing(
                    FieldOf(kind.Key.Measure, kind.Key.Currency, territory.First().Value.Territory), territory, conflicts))
                .ToList();
            NoteWorldBelowPart(kind.Key, [.. here.Select(one => one.Figure)], conflicts);
            figures.AddRange(here.Select(one => (
                new BoxOfficeFigure(
                    kind.Key.Measure,
                    one.Figure.Value.Amount,
                    kind.Key.Currency,
                    one.Figure.Value.Territory,
                    one.Figure.Value.Qualifier,
                    one.Figure.Backing.Support,
                    one.Figure.Backing.Confidence(one.Opposing),
                    one.Figure.Backing.Sources),
                one.Figure.Value.Range,
                one.Figure.Backing)));
        }

        return
        [
            .. figures.OrderBy(one => one.Figure.Measure)
                .ThenByDescending(one => one.Figure.Support)
                .ThenByDescending(one => one.Backing.Belief)
                .ThenBy(one => one.Backing.Rank)
                .ThenBy(one => one.Figure.Currency, StringComparer.Ordinal)
                .ThenBy(one => one.Figure.Territory, StringComparer.Ordinal)
                .ThenByDescending(one => one.Figure.Amount)
                .Select(one => one.Figure),
        ];
    }

    // The world cannot have paid less than one country: the less supported of the two is doubtful, both stand.
    private static void NoteWorldBelowPart(
        (BoxOfficeMeasure Measure, string? Currency) kind,
        List<Candidate<Figure>> figures,
        ConflictList conflicts)
    {
        foreach (var world in figures.Where(figure => Territory.KeyOf(figure.Value.Territory) == Territory.Worldwide))
        {
            var part = figures
                .Where(figure => figure.Value.Territory is not null && Territory.KeyOf(figure.Value.Territory) != Territory.Worldwide)
                .OrderByDescending(figure => figure.Value.Amount)
                .ThenBy(figure => figure.Value.Territory, StringComparer.Ordinal)
                .FirstOrDefault();
            if (part is null || world.Value.Range.High >= part.Value.Range.Low)
            {
                continue;
            }

            var (doubtful, standing) = world.Backing.Support > part.Backing.Support ? (part, world) : (world, part);
            conflicts.Add(
                FieldOf(kind.Measure, kind.Currency, doubtful.Value.Territory),
                FigureMerge.Shown(doubtful.Value),
                FigureMerge.Shown(standing.Value),
                doubtful.Backing,
                standing.Backing.Support);
        }
    }

    private static Figure FigureOf(BoxOfficeStatement said) => Figure.Of(said.Amount, null, said.Qualifier, said.Territory);

    private static string FieldOf(BoxOfficeMeasure measure, string? currency, string? territory) => string.Join(
        '.',
        new[] { "boxOffice", JsonNamingPolicy.CamelCase.ConvertName(measure.ToString()), currency, territory }.OfType<string>());
}
