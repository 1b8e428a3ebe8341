namespace Ingest.Core.Pages;

/// <summary>What an attribute is read for.</summary>
internal enum AttributeUse
{
    /// <summary>For itself, wherever it stands.</summary>
    Always,

    /// <summary>As a property of an item of microdata, or of a meta or link element.</summary>
    Property,

    /// <summary>As <see cref="Property"/>, and where the element is hidden, for what its name hints at.</summary>
    Hint,

    /// <summary>Its being there; its value as a property only.</summary>
    Presence,

    /// <summary>For nothing.</summary>
    Never,
}

/// <summary>Which attributes of one tag <see cref="ElementAttributes"/> reads; the others need no place in the tree.</summary>
internal ref struct AttributeUses
{
    // Of those that are read: data-component, shadowrootmode.
    private const int LongestName = 14;

    private readonly ReadOnlySpan<char> _tag;
    private readonly ElementKind _kind;
    private readonly bool _isNamed;
    private bool _isProperty;
    private bool _hides;

    public AttributeUses(ReadOnlySpan<char> tag)
    {
        _tag = tag;
        _kind = ElementKinds.Of(tag);
        _isNamed = _kind != ElementKind.Inline || Is("time");
        _isProperty = _kind == ElementKind.Void && (Is("meta") || Is("link") || Is("base"));
    }

    /// <summary>What the attribute of a name, in any case, is read for.</summary>
    public AttributeUse Of(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Length > LongestName)
        {
            return AttributeUse.Never;
        }

        if (!name.ContainsAnyInRange('A', 'Z'))
        {
            return OfSmall(name, value);
        }

        Span<char> small = stackalloc char[LongestName];
        return OfSmall(small[..name.ToLowerInvariant(small)], value);
    }

    /// <summary>Whether an attribute, or only its value, can be left out, now that all of the tag are known.</summary>
    public readonly bool IsCut(AttributeUse use, out bool onlyValue)
    {
        onlyValue = use == AttributeUse.Presence && !_isProperty;
        return use == AttributeUse.Never || (!_isProperty && (use is AttributeUse.Property or AttributeUse.Presence || (use == AttributeUse.Hint && !_hides)));
    }

    private AttributeUse OfSmall(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "class" or "id" or "role" or "aria-label" or "data-component" or "data-testid" or "data-type":
                return _kind == ElementKind.Void ? AttributeUse.Property
                    : !_isNamed && !HintWords.NamesAuthor(value) && !HintWords.IsUnseen(value) ? AttributeUse.Hint : AttributeUse.Always;
            case "hidden":
                return Hide(true);
            case "aria-hidden":
                return Hide(value is "true");
            case "style":
                return Hide(value.Contains("none", StringComparison.OrdinalIgnoreCase) || value.Contains("hidden", StringComparison.OrdinalIgnoreCase));
            case "lang" or "xml:lang":
                return _kind == ElementKind.Root ? AttributeUse.Always : AttributeUse.Never;
            case "rel":
                return value.Contains("author", StringComparison.OrdinalIgnoreCase) ? AttributeUse.Always : Is("link") ? AttributeUse.Property : AttributeUse.Never;
            case "shadowrootmode" or "datetime":
                return AttributeUse.Always;
            case "href":
                return AttributeUse.Presence;
            case "itemprop" or "itemscope" or "itemtype":
                _isProperty = true;
                return AttributeUse.Always;
            case "src" or "content" or "name" or "property" or "http-equiv":
                return AttributeUse.Property;
            default:
                return AttributeUse.Never;
        }
    }

    private AttributeUse Hide(bool hides)
    {
        hides &= _kind != ElementKind.Void;
        _hides |= hides;
        return hides ? AttributeUse.Always : AttributeUse.Never;
    }

    private readonly bool Is(string name) => _tag.Equals(name, StringComparison.OrdinalIgnoreCase);
}
