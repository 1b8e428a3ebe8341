namespace Ingest.Core.Pages;

/// <summary>A script or data block of a page.</summary>
/// <param name="Type">Its <c>type</c>, as written; empty when it has none.</param>
/// <param name="Id">Its <c>id</c>; empty when it has none.</param>
/// <param name="Text">What stands between its tags.</param>
public sealed record PageScript(string Type, string Id, ReadOnlyMemory<char> Text);
