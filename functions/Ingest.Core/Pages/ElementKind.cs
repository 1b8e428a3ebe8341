namespace Ingest.Core.Pages;

/// <summary>What an element is to the matching of tags.</summary>
internal enum ElementKind
{
    /// <summary>Unknown or custom: opens and closes by its own tags only.</summary>
    Other,
    Inline,
    Block,
    Paragraph,
    Heading,
    List,
    Item,
    Option,
    RubyText,
    Table,
    RowGroup,
    Row,
    Cell,

    /// <summary>html, head and body.</summary>
    Root,

    /// <summary>Never has content.</summary>
    Void,
    Script,

    /// <summary>Content without markup: title, textarea.</summary>
    Raw,

    /// <summary>Content that is not shown as text.</summary>
    Skipped,

    /// <summary>A nested language of drawings.</summary>
    Drawing,
}
