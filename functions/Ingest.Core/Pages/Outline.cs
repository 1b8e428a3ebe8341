using Ingest.Core.Articles;

namespace Ingest.Core.Pages;

/// <summary>A page as a flat sequence: its visible text cut into blocks, and the elements around them. Elements stand in
/// page order, so an element's descendants follow it up to <see cref="OutlineElement.Next"/>.</summary>
internal sealed class Outline
{
    public List<OutlineElement> Elements { get; } = [];

    public List<OutlineBlock> Blocks { get; } = [];

    /// <summary>Spans of inline markup, by block.</summary>
    public List<OutlineSpan> Spans { get; } = [];

    public Dictionary<string, string> Meta { get; } = new(StringComparer.Ordinal);

    public List<MicrodataItem> Microdata { get; } = [];

    /// <summary>The page's <c>title</c>.</summary>
    public string? Title { get; set; }

    /// <summary>The <c>lang</c> of the outermost element that has one.</summary>
    public string? Language { get; set; }

    /// <summary>The <c>base href</c> that the page's addresses start from.</summary>
    public string? Base { get; set; }

    /// <summary>The <c>link rel=canonical</c>.</summary>
    public string? Canonical { get; set; }

    /// <summary>The <c>time</c> elements that state their value.</summary>
    public List<OutlineTime> Times { get; } = [];

    /// <summary>Texts of links that say they lead to an author (<c>rel=author</c>), with their block.</summary>
    public List<(string Text, int Block)> Authors { get; } = [];

    /// <summary>Texts of inline elements whose class or id calls them the author, with their block.</summary>
    public List<(string Text, int Block)> Bylines { get; } = [];
}

/// <summary>One element around blocks.</summary>
internal sealed class OutlineElement
{
    public required int Index { get; init; }

    /// <summary>Index of the element around it; -1 for the root.</summary>
    public required int Parent { get; init; }

    public required int Depth { get; init; }

    public required string Name { get; init; }

    public required ElementKind Kind { get; init; }

    /// <summary>Class and id as written.</summary>
    public required string ClassAndId { get; init; }

    public required Hints Hints { get; init; }

    /// <summary>Whether the page hides it.</summary>
    public required bool Hidden { get; init; }

    /// <summary>First block inside.</summary>
    public required int FirstBlock { get; set; }

    /// <summary>One past the last block inside.</summary>
    public int EndBlock { get; set; }

    /// <summary>Index of the first element after it that is not inside.</summary>
    public int Next { get; set; }
}

/// <summary>A paragraph's worth of visible text.</summary>
internal sealed class OutlineBlock
{
    /// <summary>White space normalised; a single line break of the page is <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The text for readers of lines about the article: with " | " where inline elements meet without white space
    /// between them, as they do on pages that set them apart by their style.</summary>
    public required string Apart { get; init; }

    /// <summary>The innermost block-level element around it.</summary>
    public required int Element { get; init; }

    /// <summary>Characters inside links.</summary>
    public required int LinkLength { get; init; }

    /// <summary>Number of links that end in it.</summary>
    public required int Links { get; init; }

    /// <summary>First of its spans.</summary>
    public required int FirstSpan { get; init; }

    /// <summary>One past the last of its spans.</summary>
    public required int EndSpan { get; init; }

    /// <summary>Number of line breaks (<c>br</c>) before it, when that is what set it off.</summary>
    public required int Breaks { get; init; }

    /// <summary>Number of images since the block before.</summary>
    public required int Images { get; init; }

    /// <summary>Cells of a table row that the text joins; 1 for any other block.</summary>
    public required int Cells { get; init; }
}

/// <summary>A <c>time</c> element.</summary>
/// <param name="Value">Its <c>datetime</c>.</param>
/// <param name="Block">Number of the block it stands in.</param>
/// <param name="Element">Index of the element around it.</param>
/// <param name="Names">Its class and properties; empty when it has none.</param>
/// <param name="Before">The last letters of the text before it in its block.</param>
internal sealed record OutlineTime(string Value, int Block, int Element, string Names, string Before);

/// <summary>Inline markup of a part of a block; offsets are into the block's text.</summary>
internal readonly record struct OutlineSpan(SpanKind Kind, int Start, int End);
