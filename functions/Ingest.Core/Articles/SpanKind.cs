namespace Ingest.Core.Articles;

/// <summary>How markup sets a part of the text off.</summary>
public enum SpanKind
{
    /// <summary>A whole heading paragraph.</summary>
    Heading,

    /// <summary><c>i</c>, <c>em</c>, <c>cite</c>: where film titles often stand.</summary>
    Emphasis,

    /// <summary><c>b</c>, <c>strong</c>.</summary>
    Strong,

    /// <summary>The text of a link.</summary>
    Link,

    /// <summary>A whole paragraph inside <c>blockquote</c>.</summary>
    Quotation,

    /// <summary>A whole paragraph that is a list item.</summary>
    ListItem,

    /// <summary>A whole paragraph that is a figure's caption.</summary>
    Caption,
}
