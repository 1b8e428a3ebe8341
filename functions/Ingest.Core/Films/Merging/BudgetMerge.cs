using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>Budgets: one value for each currency, unless one review states several. A range agrees with what lies in it.</summary>
internal static class BudgetMerge
{
    public static ImmutableArray<BudgetFigure> Of(IReadOnlyList<Saying> sayings, ConflictList conflicts)
    {
        var order = sayings.Index().Where(said => said.Item.Statement is BudgetStatement)
            .ToDictionary(said => said.Item, said => said.Index);
        return
        [
            .. order.Keys.GroupBy(said => ((BudgetStatement)said.Statement).Currency, StringComparer.Ordinal)
                .OrderBy(currency => currency.Key, StringComparer.Ordinal)
                .SelectMany(currency => FigureMerge.Standing(
                        "budget." + currency.Key,
                        FigureGroup.Of(currency.Select(said => (said, FigureOf((BudgetStatement)said.Statement))))
                            .Select(group => group.ToCandidate(order)),
                        conflicts)
                    .Select(one => new BudgetFigure(
                        one.Figure.Value.Amount,
                        one.Figure.Value.AmountMax,
                        currency.Key,
                        one.Figure.Value.Qualifier,
                        one.Figure.Backing.Support,
                        one.Figure.Backing.Confidence(one.Opposing),
                        one.Figure.Backing.Sources)))
                .OrderByDescending(budget => budget.Support),
        ];
    }

    private static Figure FigureOf(BudgetStatement said) => Figure.Of(said.Amount, said.AmountMax, said.Qualifier, null);
}
