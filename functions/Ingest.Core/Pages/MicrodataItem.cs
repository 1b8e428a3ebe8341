using System.Collections.Immutable;

namespace Ingest.Core.Pages;

/// <summary>One microdata item.</summary>
/// <param name="Type">Last segment of <c>itemtype</c>, such as <c>Movie</c>; empty when the item has none.</param>
/// <param name="Properties">Its properties in page order; a name may occur several times.</param>
public sealed record MicrodataItem(string Type, ImmutableArray<MicrodataProperty> Properties);
