using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films;

/// <summary>What the film cost; see <see cref="BudgetStatement"/> for the units.</summary>
public sealed record BudgetFigure(
    decimal Amount,
    decimal? AmountMax,
    string Currency,
    Qualifier Qualifier,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
