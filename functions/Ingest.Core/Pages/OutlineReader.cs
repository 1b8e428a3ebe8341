using System.Text;
using HtmlAgilityPack;
using Ingest.Core.Articles;

namespace Ingest.Core.Pages;

/// <summary>One walk over the tree: text blocks, the elements around them, meta elements and microdata.</summary>
internal sealed class OutlineReader
{
    // A row's cells read as one line as long as they are short; longer ones are paragraphs of a layout.
    private const int LongestCell = 160;

    // A longer text without any break is several blocks: it is in memory several times while it is one.
    private const int LongestBlock = 128 * 1024;

    private const string CellSeparator = " | ";

    /// <summary>Between the authors of several meta elements.</summary>
    internal const char MetaSeparator = ';';

    // What is told from the text before a time stands in its last word or two.
    private const int MostBeforeTime = 32;

    private readonly Outline _outline = new();
    private readonly TextBuffer _text = new();
    private readonly Dictionary<string, Hints> _hints = new(StringComparer.Ordinal);
    private readonly List<(SpanKind Kind, int Start)> _inline = [];
    private readonly List<int> _joints = [];
    private readonly Stack<MicrodataBuilder> _items = new();
    private int _element = -1;
    private int _depth;
    private int _linkDepth;
    private int _linkLength;
    private int _links;
    private int _firstSpan;
    private int _breaks;
    private int _images;
    private int _preDepth;
    private int _row = -1;
    private int _cells = 1;
    private int _cellStart;
    private int _textElement;
    private bool _cellPending;
    private bool _space;

    /// <summary>Reads a tree whose nesting is bounded.</summary>
    public static Outline Read(HtmlNode root)
    {
        var reader = new OutlineReader();
        reader.Enter("", ElementKind.Root, default);
        reader.Children(root);
        reader.Leave();
        return reader._outline;
    }

    private void Children(HtmlNode node)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            switch (child)
            {
                case HtmlTextNode text:
                    Append(text.Text);
                    break;
                case HtmlCommentNode:
                    break;
                default:
                    Element(child);
                    break;
            }
        }
    }

    private void Element(HtmlNode node)
    {
        var name = node.Name;
        var kind = ElementKinds.Of(name);
        var attributes = ElementAttributes.Of(node);
        switch (name)
        {
            case "br":
                _breaks++;
                if (_breaks >= 2)
                {
                    Flush();
                }

                return;
            case "meta":
                Meta(attributes);
                return;
            case "base":
                _outline.Base ??= attributes.Href;
                return;
            case "link":
                Link(attributes);
                Property(node, attributes);
                return;
            case "img" or "picture" or "video" or "iframe" or "amp-img":
                _images++;
                Property(node, attributes);
                return;
            case "title":
                _outline.Title ??= Normalise(Entities.Decode(node.InnerText));
                return;
            case "template" when attributes.Mode is null:
            case "select" or "datalist" or "object" or "audio" or "canvas" or "textarea" or "rp" or "rt" or "map" or "progress" or "meter":
                return;
            case "button" when !InHeading():
                return;
            case "hr":
                Flush();
                return;
            case "wbr":
                return;
        }

        if (kind == ElementKind.Void)
        {
            return;
        }

        if (_outline.Language is null && attributes.Language is { Length: > 0 } language && name is "html" or "body")
        {
            _outline.Language = attributes.Language;
        }

        var item = OpenItem(attributes);
        if (kind == ElementKind.Inline)
        {
            Inline(node, name, attributes);
        }
        else if (kind == ElementKind.Other)
        {
            // Custom elements stand in lines of text as well as around them.
            Enter(name, kind, attributes);
            Children(node);
            Leave();
        }
        else
        {
            Block(node, name, kind, attributes);
        }

        CloseItem(node, attributes, item);
    }

    private void Block(HtmlNode node, string name, ElementKind kind, ElementAttributes attributes)
    {
        var joined = kind == ElementKind.Cell && JoinsRow();
        if (!joined)
        {
            Flush();
        }

        Enter(name, kind, attributes);
        var pre = name is "pre" or "listing" ? 1 : 0;
        _preDepth += pre;
        var row = _row;
        if (kind == ElementKind.Row)
        {
            _row = _element;
        }
        else if (kind == ElementKind.Table)
        {
            _row = -1;
        }

        Children(node);
        _preDepth -= pre;
        if (kind == ElementKind.Cell && _row >= 0)
        {
            EndCell();
        }
        else
        {
            Flush();
        }

        _row = row;
        Leave();
    }

    // A cell after a short one continues the row's line.
    private bool JoinsRow()
    {
        if (_row < 0 || _text.Length == 0 || _text.Length - _cellStart > LongestCell)
        {
            return false;
        }

        _cellPending = true;
        return true;
    }

    private void EndCell()
    {
        if (_text.Length - _cellStart > LongestCell)
        {
            Flush();
        }
    }

    private void Inline(HtmlNode node, string name, ElementAttributes attributes)
    {
        if (attributes.ClassAndId is { } classes && HintWords.IsUnseen(classes))
        {
            return;
        }

        SpanKind? span = name switch
        {
            "i" or "em" or "cite" => SpanKind.Emphasis,
            "b" or "strong" => SpanKind.Strong,
            "a" when attributes.Href is not null => SpanKind.Link,
            _ => null,
        };
        if (name == "time" && attributes.DateTime is { } date)
        {
            var before = Math.Min(_text.Length, MostBeforeTime);
            _outline.Times.Add(new OutlineTime(date, _outline.Blocks.Count, _element, attributes.ClassAndId ?? "", _text.ToString(_text.Length - before, before)));
        }

        if (attributes.Hidden)
        {
            Flush();
            Enter(name, ElementKind.Inline, attributes);
        }

        var link = span == SpanKind.Link ? 1 : 0;
        _linkDepth += link;
        if (span is { } opened)
        {
            _inline.Add((opened, -1));
        }

        var start = _text.Length;
        if (start > 0 && !_space && _breaks == 0)
        {
            _joints.Add(start);
        }

        Children(node);
        if (_text.Length > start)
        {
            _joints.Add(_text.Length);
        }

        if (span is not null)
        {
            CloseSpan();
        }

        _linkDepth -= link;
        _links += link;
        if (attributes.Author && _text.Length > start)
        {
            _outline.Authors.Add((_text.ToString(start, _text.Length - start).Trim(), _outline.Blocks.Count));
        }

        if (attributes.ClassAndId is { } names && _text.Length > start && _text.Length - start <= LongestCell && HintWords.NamesAuthor(names))
        {
            _outline.Bylines.Add((_text.ToString(start, _text.Length - start).Trim(), _outline.Blocks.Count));
        }

        if (attributes.Hidden)
        {
            Flush();
            Leave();
        }
    }

    private Hints HintsOf(string names)
    {
        if (!_hints.TryGetValue(names, out var hints))
        {
            _hints[names] = hints = HintWords.In(names);
        }

        return hints;
    }

    private bool InHeading()
    {
        for (var i = _element; i >= 0; i = _outline.Elements[i].Parent)
        {
            if (_outline.Elements[i].Kind == ElementKind.Heading)
            {
                return true;
            }
        }

        return false;
    }

    private void Enter(string name, ElementKind kind, ElementAttributes attributes)
    {
        var index = _outline.Elements.Count;
        var names = attributes.ClassAndId ?? "";
        _outline.Elements.Add(new OutlineElement
        {
            Index = index,
            Parent = _element,
            Depth = _depth++,
            Name = name,
            Kind = kind,
            ClassAndId = names,
            Hints = names.Length == 0 || name is "html" or "body" ? Hints.None : HintsOf(names),
            Hidden = attributes.Hidden,
            FirstBlock = _outline.Blocks.Count,
        });
        _element = index;
    }

    private void Leave()
    {
        var element = _outline.Elements[_element];
        if (_depth == 1)
        {
            Flush();
        }

        // A custom element may end inside a line of text; the line then belongs to what is around it.
        element.EndBlock = _outline.Blocks.Count;
        element.Next = _outline.Elements.Count;
        _element = element.Parent;
        _depth--;
    }

    private void Append(string raw)
    {
        var text = Entities.Decode(raw).AsSpan();
        while (!text.IsEmpty)
        {
            // Runs of plain characters go in as a whole; what may need care is looked at one by one.
            var plain = text.IndexOfAnyExceptInRange('!', '~');
            plain = Math.Min(plain < 0 ? text.Length : plain, LongestBlock);
            if (plain > 0)
            {
                Append(text[0]);
                _text.Append(text[1..plain]);
                _linkLength += _linkDepth > 0 ? plain - 1 : 0;
                text = text[plain..];
                continue;
            }

            var c = text[0];
            text = text[1..];
            if (c <= ' ' || c is '\u00A0' or '\u2028' or '\u2029' or '\u0085' || (c >= '\u1680' && char.IsWhiteSpace(c)))
            {
                if (_preDepth > 0 && c == '\n')
                {
                    _breaks = 1;
                }

                _space = true;
                if (_text.Length > LongestBlock)
                {
                    Flush();
                }

                continue;
            }

            if (VisibleText.IsJunk(c))
            {
                continue;
            }

            Append(c);
        }
    }

    private void Append(char c)
    {
        // Text without spaces is cut wherever it is.
        if (_text.Length > 2 * LongestBlock && !char.IsLowSurrogate(c))
        {
            Flush();
        }

        if (_text.Length == 0)
        {
            _textElement = _element;
        }
        else
        {
            if (_cellPending)
            {
                _text.Append(CellSeparator);
                _cells++;
                _cellStart = _text.Length;
            }
            else if (_breaks > 0)
            {
                _text.Append('\n');
            }
            else if (_space)
            {
                _text.Append(' ');
                _linkLength += _linkDepth > 0 ? 1 : 0;
            }
        }

        _breaks = 0;
        _cellPending = false;
        _space = false;
        for (var i = _inline.Count - 1; i >= 0 && _inline[i].Start < 0; i--)
        {
            _inline[i] = (_inline[i].Kind, _text.Length);
        }

        _linkLength += _linkDepth > 0 ? 1 : 0;
        _text.Append(c);
    }

    private void CloseSpan()
    {
        var (kind, start) = _inline[^1];
        _inline.RemoveAt(_inline.Count - 1);
        AddSpan(kind, start);
    }

    private void AddSpan(SpanKind kind, int start)
    {
        if (start >= 0 && start < _text.Length)
        {
            _outline.Spans.Add(new OutlineSpan(kind, start, _text.Length));
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            for (var i = 0; i < _inline.Count; i++)
            {
                AddSpan(_inline[i].Kind, _inline[i].Start);
                _inline[i] = (_inline[i].Kind, -1);
            }

            var text = _text.ToString();
            _outline.Blocks.Add(new OutlineBlock
            {
                Text = text,
                Apart = _joints.Count > 0 && text.Length <= LongestCell ? Apart(text) : text,
                Element = BlockElement(),
                LinkLength = _linkLength,
                Links = _links,
                FirstSpan = _firstSpan,
                EndSpan = _outline.Spans.Count,
                Breaks = _breaks,
                Images = _images,
                Cells = _cells,
            });
            _text.Clear();
            _images = 0;
            if (_cellPending)
            {
                MoveToCellBefore();
            }
        }

        _joints.Clear();
        _firstSpan = _outline.Spans.Count;
        _linkLength = 0;
        _links = 0;
        _breaks = 0;
        _space = false;
        _cells = 1;
        _cellStart = 0;
        _cellPending = false;
    }

    // A single letter before a joint is a large initial, and belongs to its word.
    private string Apart(string text)
    {
        StringBuilder? apart = null;
        var copied = 0;
        foreach (var joint in _joints)
        {
            if (joint > copied + 1 && joint < text.Length && char.IsLetterOrDigit(text[joint]) && (char.IsLetterOrDigit(text[joint - 1]) || text[joint - 1] is ')' or '.'))
            {
                (apart ??= new StringBuilder()).Append(text, copied, joint - copied).Append(CellSeparator);
                copied = joint;
            }
        }

        return apart?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private int BlockElement() => _row < 0 ? _element : _cells > 1 ? _row : _cellPending ? _textElement : _element;

    // A cell that waited to be joined with the next one, which turned out to hold blocks of its own: its text belongs to
    // itself and not to the next.
    private void MoveToCellBefore()
    {
        for (var i = _textElement; i > _row; i = _outline.Elements[i].Parent)
        {
            _outline.Elements[i].EndBlock = _outline.Blocks.Count;
        }

        for (var i = _element; i > _row; i = _outline.Elements[i].Parent)
        {
            _outline.Elements[i].FirstBlock = _outline.Blocks.Count;
        }
    }

    private void Meta(ElementAttributes attributes)
    {
        var name = attributes.MetaName;
        if (name is { Length: > 0 } && attributes.Content is { } content)
        {
            var key = name.ToLowerInvariant();
            if (!_outline.Meta.TryAdd(key, content.Trim()) && key == "author" && _outline.Meta[key] is { Length: < LongestCell } others)
            {
                _outline.Meta[key] = $"{others}{MetaSeparator}{content.Trim()}";
            }
        }

        if (attributes.ItemProp is { } property && _items.TryPeek(out var item))
        {
            item.Add(property, attributes.Content ?? "", null);
        }
    }

    private void Link(ElementAttributes attributes)
    {
        if (attributes.Rel is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase))
        {
            _outline.Canonical ??= attributes.Href;
        }
    }

    private MicrodataBuilder? OpenItem(ElementAttributes attributes)
    {
        if (!attributes.ItemScope)
        {
            return null;
        }

        var item = new MicrodataBuilder(attributes.ItemType ?? "");
        _items.Push(item);
        return item;
    }

    private void CloseItem(HtmlNode node, ElementAttributes attributes, MicrodataBuilder? item)
    {
        if (item is not null)
        {
            _items.Pop();
            if (attributes.ItemProp is { } name && _items.TryPeek(out var outer))
            {
                outer.Add(name, item.Name, item.ToItem());
            }
            else
            {
                _outline.Microdata.Add(item.ToItem());
            }

            return;
        }

        Property(node, attributes);
    }

    private void Property(HtmlNode node, ElementAttributes attributes)
    {
        if (attributes.ItemProp is { } property && _items.TryPeek(out var item))
        {
            item.Add(property, attributes.Content ?? attributes.DateTime ?? attributes.Href ?? attributes.Source ?? VisibleText.Of(node, MicrodataBuilder.LongestText), null);
        }
    }

    private static string Normalise(string text) => VisibleText.Normalise(text);
}
