namespace Ingest.Core.Pages;

/// <summary>What an attribute is read for.</summary>
internal enum AttributeUse
{
    /// <summary>For itself, wherever it stands.</summary>
    Always,

    /// <summary>As a property of an item of microdata, or of a meta or link element.</summary>
    Property,

    /// <summary>Its being there; its value as a property only.</summary>
    Presence,

    /// <summary>For nothing.</summary>
    Never,
}

/// <summary>Which attributes of one tag <see cref="ElementAttributes"/> reads; the others need no place in the tree.</summary>
internal ref struct AttributeUses(ReadOnlySpan<char> tag)
{
    private readonly bool _isPlain = ElementKinds.Of(tag) == ElementKind.Void && !tag.Equals("meta", StringComparison.OrdinalIgnoreCase) && !tag.Equals("link", StringComparison.OrdinalIgnoreCase);
    private bool _isProperty = tag.Equals("meta", StringComparison.OrdinalIgnoreCase) || tag.Equals("link", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the attribute of a name is read for. Names that are not in small letters count as read.</summary>
    public AttributeUse Of(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "class" or "id" or "role" or "aria-label" or "data-component" or "data-testid" or "data-type":
                return _isPlain ? AttributeUse.Property : AttributeUse.Always;
            case "hidden" or "aria-hidden" or "lang" or "xml:lang" or "rel" or "shadowrootmode":
                return _isPlain ? AttributeUse.Property : AttributeUse.Always;
            case "style":
                return !_isPlain && (value.Contains("none", StringComparison.OrdinalIgnoreCase) || value.Contains("hidden", StringComparison.OrdinalIgnoreCase)) ? AttributeUse.Always : AttributeUse.Never;
            case "datetime":
                return AttributeUse.Always;
            case "href":
                return AttributeUse.Presence;
            case "itemprop" or "itemscope" or "itemtype":
                _isProperty = true;
                return AttributeUse.Always;
            case "src" or "content" or "name" or "property" or "http-equiv":
                return AttributeUse.Property;
            default:
                return name.ContainsAnyInRange('A', 'Z') ? AttributeUse.Always : AttributeUse.Never;
        }
    }

    /// <summary>Whether an attribute, or only its value, can be left out, now that all of the tag are known.</summary>
    public readonly bool IsCut(AttributeUse use, out bool onlyValue)
    {
        onlyValue = use == AttributeUse.Presence;
        return use == AttributeUse.Never || (!_isProperty && use is AttributeUse.Property or AttributeUse.Presence);
    }
}
