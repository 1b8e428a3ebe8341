using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>A page as a tree that is safe to walk: its nesting is bounded, whatever the file's was.</summary>
/// <param name="Document">The tree.</param>
/// <param name="Data">What the page says about itself for machines.</param>
public sealed record Page(HtmlDocument Document, PageData Data);
