namespace Ingest.Core.Pages;

/// <summary>One property of a microdata item: a text, or a nested item.</summary>
/// <param name="Name">The property's name, as written.</param>
/// <param name="Text">Its value as text (content, datetime, href, src or visible text), white space normalised.</param>
/// <param name="Item">The nested item, when the value is one.</param>
public sealed record MicrodataProperty(string Name, string Text, MicrodataItem? Item);
