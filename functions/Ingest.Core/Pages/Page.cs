using System.Collections.Immutable;
using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>A page as a tree that is safe to walk: its nesting is bounded, whatever the file's was.</summary>
/// <param name="Document">The tree, without scripts, styles, drawings and comments.</param>
/// <param name="Data">What the page says about itself for machines.</param>
public sealed record Page(HtmlDocument Document, PageData Data)
{
    /// <summary>The scripts and data blocks of the page, in page order; the tree does not hold them.</summary>
    public ImmutableArray<PageScript> Scripts { get; init; } = [];

    /// <summary>Whether the page goes on where the tree ends, or its data about itself were not all read, because it exceeds
    /// a limit.</summary>
    public bool IsCut { get; init; }

    /// <summary>The tree as a sequence of text blocks.</summary>
    internal Outline Outline
    {
        get => field ??= OutlineReader.Read(Document.DocumentNode);
        init;
    }
}
