using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films;

/// <summary>What the film took in, or how many saw it; see <see cref="BoxOfficeStatement"/> for the units.</summary>
public sealed record BoxOfficeFigure(
    BoxOfficeMeasure Measure,
    decimal Amount,
    string? Currency,
    string? Territory,
    Qualifier Qualifier,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
