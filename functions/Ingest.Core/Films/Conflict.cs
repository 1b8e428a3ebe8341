using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>A value that some reviews give and better-supported ones contradict.</summary>
/// <param name="Field">The profile's field in JSON, with what tells its values apart: <c>year</c>, <c>runtimeMinutes</c>,
/// <c>boxOffice.gross.USD.worldwide</c>, <c>budget.USD</c>, <c>cast.character</c>.</param>
/// <param name="Value">The disagreeing value as JSON would show it: a number, a date, a name.</param>
/// <param name="StandsAgainst">The value that stands in the profile, in the same form.</param>
/// <param name="Support">Number of reviews that give it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Sources">Who says it.</param>
public sealed record Conflict(
    string Field,
    string Value,
    string StandsAgainst,
    int Support,
    double Confidence,
    ImmutableArray<Source> Sources);
