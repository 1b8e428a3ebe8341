using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>The attributes of an element that say something about its text, read in one pass.</summary>
internal struct ElementAttributes
{
    public string? ClassAndId { get; private set; }

    public string? Href { get; private set; }

    public string? Source { get; private set; }

    public string? Content { get; private set; }

    public string? DateTime { get; private set; }

    public string? MetaName { get; private set; }

    public string? Rel { get; private set; }

    public string? Language { get; private set; }

    public string? ItemProp { get; private set; }

    public string? ItemType { get; private set; }

    public string? Mode { get; private set; }

    public bool ItemScope { get; private set; }

    public bool Hidden { get; private set; }

    /// <summary>Whether it is a link to an author's page.</summary>
    public readonly bool Author =>
        (Rel is not null && Rel.Contains("author", StringComparison.OrdinalIgnoreCase)) || ItemProp == "author";

    public static ElementAttributes Of(HtmlNode node)
    {
        var read = default(ElementAttributes);
        if (!node.HasAttributes)
        {
            return read;
        }

        var attributes = node.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            read.Take(attributes[i]);
        }

        return read;
    }

    private void Take(HtmlAttribute attribute)
    {
        switch (attribute.Name)
        {
            case "class" or "id" or "role" or "data-component" or "data-testid" or "data-type" or "aria-label":
                ClassAndId = ClassAndId is null ? attribute.Value : $"{ClassAndId} {attribute.Value}";
                break;
            case "href":
                Href = Value(attribute);
                break;
            case "src":
                Source = Value(attribute);
                break;
            case "content":
                Content = Value(attribute);
                break;
            case "datetime":
                DateTime = Value(attribute);
                break;
            case "name" or "property" or "http-equiv":
                MetaName ??= attribute.Value;
                break;
            case "rel":
                Rel = attribute.Value;
                break;
            case "lang" or "xml:lang":
                Language ??= attribute.Value;
                break;
            case "itemprop":
                ItemProp = Value(attribute).Trim();
                ClassAndId = $"{ClassAndId} {attribute.Value}";
                break;
            case "itemtype":
                ItemType = attribute.Value;
                break;
            case "itemscope":
                ItemScope = true;
                break;
            case "shadowrootmode":
                Mode = attribute.Value;
                break;
            case "hidden":
                Hidden = true;
                break;
            case "aria-hidden":
                Hidden |= attribute.Value == "true";
                break;
            case "style":
                Hidden |= Hides(attribute.Value);
                break;
        }
    }

    private static string Value(HtmlAttribute attribute) => Entities.Decode(attribute.Value ?? "");

    private static bool Hides(string? style)
    {
        if (style is null)
        {
            return false;
        }

        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 10).TrimStart(" :").StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }
}
