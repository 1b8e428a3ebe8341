namespace Ingest.Core.Facts.Structured;

/// <summary>One property of a <see cref="DataNode"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text; of a thing its name; empty when it has none.</param>
/// <param name="Node">The thing, when it is one.</param>
internal sealed record DataProperty(string Name, string Text, DataNode? Node);
