using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>A title group with all its evidence, at least as new as the group's version.</summary>
internal sealed record GroupEvidence(TitleGroup Group, ImmutableArray<Evidence> Evidence);
