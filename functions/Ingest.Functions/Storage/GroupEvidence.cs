using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>A title group with all its evidence, at least as new as the group's version.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Evidence">What reviews say there, and what was handed over to it.</param>
/// <param name="Rows">Number of rows that were read.</param>
internal sealed record GroupEvidence(TitleGroup Group, ImmutableArray<Evidence> Evidence, int Rows);
