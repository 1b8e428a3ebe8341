using System.Collections.Frozen;

namespace Ingest.Core.Pages;

/// <summary>Which element is of which kind.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind> Kinds = new (ElementKind Kind, string Names)[]
    {
        (ElementKind.Inline, "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var"),
        (ElementKind.Block, "address article aside blockquote center details dialog div fieldset figcaption figure footer form header hgroup listing main nav pre search section summary"),
        (ElementKind.Paragraph, "p"),
        (ElementKind.Heading, "h1 h2 h3 h4 h5 h6"),
        (ElementKind.List, "ul ol dl menu dir select"),
        (ElementKind.Item, "li dt dd"),
        (ElementKind.Option, "option optgroup"),
        (ElementKind.RubyText, "rt rp"),
        (ElementKind.Table, "table"),
        (ElementKind.RowGroup, "tbody thead tfoot caption colgroup"),
        (ElementKind.Row, "tr"),
        (ElementKind.Cell, "td th"),
        (ElementKind.Root, "html head body"),
        (ElementKind.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"),
        (ElementKind.Script, "script"),
        (ElementKind.Raw, "title textarea"),
        (ElementKind.Skipped, "style iframe noembed noframes"),
        (ElementKind.Drawing, "svg"),
    }
    .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Kind)))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of the element of a name, in any case.</summary>
    public static ElementKind Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var kind) ? kind : ElementKind.Other;
}
