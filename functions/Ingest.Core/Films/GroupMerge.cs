using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>What becomes of the evidence of one title group.</summary>
/// <param name="Profiles">The films that have their place in this group, ordered by id.</param>
/// <param name="Handovers">Evidence of films that have their place in an earlier group, ordered by group.</param>
public sealed record GroupMerge(ImmutableArray<FilmProfile> Profiles, ImmutableArray<Handover> Handovers);

/// <summary>Evidence that counts in another group, because a review says there that both titles, or both ids, are one film's.</summary>
/// <param name="To">The group that it counts in: one that comes before this one.</param>
/// <param name="Evidence">What that group does not have by itself, ordered by review; empty where it has all of it.</param>
public sealed record Handover(TitleKey To, ImmutableArray<Evidence> Evidence);
