using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Ingest.Core.Pages;

/// <summary>Markup whose nesting is bounded and well matched, with the scripts taken out.</summary>
/// <param name="Markup">What to build the tree from.</param>
/// <param name="Scripts">The scripts and data blocks of the page, in page order.</param>
/// <param name="IsCut">Whether the page goes on, with more elements than are read.</param>
internal readonly record struct GuardedMarkup(string Markup, IReadOnlyList<PageScript> Scripts, bool IsCut);

/// <summary>
/// One linear pass over markup that makes it safe and cheap to build a tree from: every element that is open is closed in
/// order, nesting and attributes are bounded, and what holds no text of the page (scripts, styles, drawings, comments,
/// attributes that nothing reads, white space between blocks) is left out. Text is never lost, whatever surrounds it, but a
/// page with too many elements ends with the last one that it may have. Markup that needs no change is returned as it came.
/// </summary>
internal ref struct MarkupGuard
{
    /// <summary>Deepest nesting that is kept; elements further in are dropped around their text.</summary>
    internal const int MaxDepth = 256;

    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");

    // What an element says about its text by its name alone.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = Names("i", "em", "cite", "b", "strong");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidsRead = Names("br", "hr", "img", "meta", "base");

    private static readonly SearchValues<string> LinksRead = SearchValues.Create(["canonical", "itemprop"], StringComparison.OrdinalIgnoreCase);

    private const int MaxAttributes = 64;
    private const int MaxAttributeLength = 4096;

    private readonly string _text;
    private readonly ReadOnlySpan<char> _all;
    private readonly List<PageScript> _scripts = [];
    private readonly List<OpenElement> _open = [];
    private readonly int[] _cuts = new int[2 * MarkupTag.MostRead];
    private StringBuilder? _output;
    private int _copied;
    private int _dropped;
    private bool _behindBlock;
    private (int Start, int End) _blank;
    private int _preformatted;
    private int _inlineEnd;
    private int _elementsLeft;
    private bool _isCut;

    // What was once looked for in vain does not stand further on either; without this, a page of a hundred thousand
    // openings that are never closed would be read to its end for each.
    private bool _noCommentEnd;
    private bool _noCdataEnd;
    private bool _noTagEnd;
    private bool _noDrawingEnd;
    private HashSet<string>? _noRawEnd;

    private MarkupGuard(string text, int mostElements)
    {
        _elementsLeft = mostElements;
        _text = text;
        _all = text;
    }

    /// <summary>Reads markup of any quality, up to a number of elements. Linear in its length.</summary>
    public static GuardedMarkup Guard(string text, int mostElements = int.MaxValue)
    {
        var guard = new MarkupGuard(text, mostElements);
        guard.Run();
        return new GuardedMarkup(guard.Finish(), guard._scripts, guard._isCut);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private void Run()
    {
        var at = 0;
        while (at < _all.Length)
        {
            var next = _all[at..].IndexOf('<');
            if (next < 0)
            {
                return;
            }

            Between(at, at + next);
            at += next;
            if (_elementsLeft <= 0)
            {
                _isCut = true;
                Drop(at, _all.Length);
                return;
            }

            at = Tag(at);
        }
    }

    // White space beside a block's tag shows nowhere; without it the tree has far fewer nodes.
    private void Between(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        if (_preformatted > 0 || _all[start..end].ContainsAnyExcept(Space))
        {
            _behindBlock = false;
        }
        else if (_behindBlock)
        {
            Drop(start, end);
        }
        else
        {
            _blank = (start, end);
        }
    }

    // Keeps up with what the tag at hand means for white space before and behind it.
    private void Follow(int at, ReadOnlySpan<char> name, ElementKind kind, int opened)
    {
        if (kind is ElementKind.Block && (name.Equals("pre", StringComparison.OrdinalIgnoreCase) || name.Equals("listing", StringComparison.OrdinalIgnoreCase)))
        {
            _preformatted = Math.Max(0, _preformatted + opened);
        }

        _behindBlock = kind is (>= ElementKind.Block and <= ElementKind.Item) or (>= ElementKind.Table and <= ElementKind.Root);
        if (_behindBlock && _blank.Start < at && _blank.End == at)
        {
            Drop(_blank.Start, at);
        }

        _blank = default;
    }

    private string Finish()
    {
        // What is still open at the end needs no end tags; the tree closes it.
        return _output is null ? _text : _output.Append(_all[_copied..]).ToString();
    }

    // Handles what begins at '<' and returns where to go on.
    private int Tag(int at)
    {
        var rest = _all[at..];
        if (rest.Length < 2)
        {
            return Escape(at);
        }

        var second = rest[1];
        if (char.IsAsciiLetter(second))
        {
            return Start(at);
        }

        if (second == '/')
        {
            return rest.Length > 2 && char.IsAsciiLetter(rest[2]) ? End(at) : Bogus(at);
        }

        if (second is '!' or '?')
        {
            return rest.StartsWith("<!--") ? Comment(at) : rest.StartsWith("<![CDATA[") ? Cdata(at) : Bogus(at);
        }

        return Escape(at);
    }

    // A '<' that begins no tag is text.
    private int Escape(int at)
    {
        Replace(at, at + 1, "&lt;");
        _behindBlock = false;
        return at + 1;
    }

    private int Comment(int at)
    {
        var body = _all[(at + 4)..];
        if (body is ['>', ..])
        {
            return Drop(at, at + 5);
        }

        if (body.StartsWith("->"))
        {
            return Drop(at, at + 6);
        }

        var end = _noCommentEnd ? -1 : body.IndexOf("-->");
        _noCommentEnd = end < 0;
        if (end >= 0)
        {
            return Drop(at, at + 4 + end + 3);
        }

        // A comment that is never closed would swallow the page; only its opening is dropped.
        return Drop(at, at + 4);
    }

    private int Cdata(int at)
    {
        var end = _noCdataEnd ? -1 : _all[at..].IndexOf("]]>");
        _noCdataEnd = end < 0;
        if (end < 0)
        {
            return Drop(at, at + 9);
        }

        // What stands inside is text, whatever it looks like.
        Drop(at, at + 9);
        for (var i = at + 9; _all[i..(at + end)].IndexOf('<') is >= 0 and var next;)
        {
            Replace(i + next, i + next + 1, "&lt;");
            i += next + 1;
        }

        _behindBlock = false;
        return Drop(at + end, at + end + 3);
    }

    private int Bogus(int at)
    {
        var end = _noTagEnd ? -1 : _all[at..].IndexOf('>');
        _noTagEnd = end < 0;
        return end < 0 ? Escape(at) : Drop(at, at + end + 1);
    }

    private int Start(int at)
    {
        var tag = MarkupTag.Read(_all, at, _cuts);
        if (tag.End < 0)
        {
            // The page ends inside the tag.
            return Drop(at, _all.Length);
        }

        var kind = ElementKinds.Of(tag.Name);
        if (kind is not (ElementKind.Script or ElementKind.Skipped or ElementKind.Drawing))
        {
            Follow(at, tag.Name, kind, 1);
        }

        switch (kind)
        {
            case ElementKind.Script:
                return Script(tag);
            case ElementKind.Skipped:
                return Drop(at, EndOfRaw(tag));
            case ElementKind.Raw:
                return Raw(tag);
            case ElementKind.Drawing:
                return Drop(at, EndOfDrawing(tag));
            case ElementKind.Void:
                return Void(tag);
            case ElementKind.Root:
                return Root(tag);
        }

        CloseImplied(kind, tag);
        if (_open.Count >= MaxDepth)
        {
            _dropped++;
            return Drop(at, tag.End);
        }

        // An element that says nothing about its text need not be there, unless it alone parts that from the text before.
        var parts = at > 0 && (at == _inlineEnd || char.IsLetterOrDigit(_all[at - 1]));
        var silent = tag.Bare && kind == ElementKind.Inline && !parts && !Marks.Contains(tag.Name);
        if (silent)
        {
            Drop(at, tag.End);
        }
        else
        {
            Emit(tag);
        }

        _open.Add(new OpenElement(tag.NameStart, tag.Name.Length, kind) { Silent = silent });
        return tag.End;
    }

    // Of the elements without content, those that break lines or say something about the page.
    private int Void(MarkupTag tag)
    {
        if (tag.Name.Equals("hr", StringComparison.OrdinalIgnoreCase))
        {
            CloseImplied(ElementKind.Block, tag);
        }

        var isRead = tag.Name.Equals("link", StringComparison.OrdinalIgnoreCase)
            ? _all[tag.Start..tag.End].ContainsAny(LinksRead)
            : VoidsRead.Contains(tag.Name);
        if (!isRead)
        {
            return Drop(tag.Start, tag.End);
        }

        Emit(tag);
        return tag.End;
    }

    // html, head and body: one each; a second one is dropped, its text stays.
    private int Root(MarkupTag tag)
    {
        var isHead = tag.Name.Equals("head", StringComparison.OrdinalIgnoreCase);
        foreach (var open in _open)
        {
            if (open.Kind != ElementKind.Root)
            {
                return Drop(tag.Start, tag.End);
            }

            var name = NameOf(open);
            if (name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase) || (isHead && name.Equals("body", StringComparison.OrdinalIgnoreCase)))
            {
                return Drop(tag.Start, tag.End);
            }
        }

        if (_open.Count > 0 && NameOf(_open[^1]).Equals("head", StringComparison.OrdinalIgnoreCase))
        {
            CloseTop(tag.Start);
        }

        Emit(tag);
        _open.Add(new OpenElement(tag.NameStart, tag.Name.Length, ElementKind.Root));
        return tag.End;
    }

    private int End(int at)
    {
        var close = _noTagEnd ? -1 : _all[at..].IndexOf('>');
        _noTagEnd = close < 0;
        if (close < 0)
        {
            return Drop(at, _all.Length);
        }

        var end = at + close + 1;
        var name = MarkupTag.NameAt(_all, at + 2);
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            Replace(at, end, "<br>");
            return end;
        }

        if (_dropped > 0 && _open.Count >= MaxDepth)
        {
            // An element that was dropped for its depth is dropped with its end tag.
            _dropped--;
            return Drop(at, end);
        }

        var kind = ElementKinds.Of(name);
        Follow(at, name, kind, -1);
        _inlineEnd = kind == ElementKind.Inline ? end : _inlineEnd;
        if (kind is ElementKind.Root)
        {
            // Text after </body> belongs to the page as much as text before it.
            return name.Equals("head", StringComparison.OrdinalIgnoreCase) && IsTop(name) ? Close(at, end) : Drop(at, end);
        }

        if (IsTop(name))
        {
            return Close(at, end);
        }

        var match = Match(name, kind);
        if (match < 0)
        {
            return Drop(at, end);
        }

        if (kind == ElementKind.Inline && HasBlockAbove(match))
        {
            // <b><div></b>: the div stays open, and b ends with the first element that ends around it.
            _open[match] = _open[match] with { Wanted = true };
            return Drop(at, end);
        }

        while (_open.Count - 1 > match)
        {
            CloseTop(at);
        }

        return Close(at, end);
    }

    private bool HasBlockAbove(int index)
    {
        for (var i = index + 1; i < _open.Count; i++)
        {
            if (_open[i].Kind != ElementKind.Inline)
            {
                return true;
            }
        }

        return false;
    }

    private int Match(ReadOnlySpan<char> name, ElementKind kind)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Length == name.Length && NameOf(open).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            // An end tag inside a cell does not reach what stands around the table.
            if (open.Kind is ElementKind.Cell or ElementKind.Table && kind is not (ElementKind.Table or ElementKind.Row or ElementKind.RowGroup or ElementKind.Cell))
            {
                return -1;
            }

            // ... and one inside a list or table does not reach the item around it.
            if ((open.Kind is ElementKind.List && kind is ElementKind.Item)
                || (open.Kind is ElementKind.Table && kind is ElementKind.Row or ElementKind.RowGroup or ElementKind.Cell))
            {
                return -1;
            }
        }

        return -1;
    }

    // Elements whose end tag may be left out.
    private void CloseImplied(ElementKind kind, MarkupTag tag)
    {
        switch (kind)
        {
            case ElementKind.Inline when tag.Name is ['a' or 'A']:
                CloseOpenLink(tag.Start);
                return;
            case ElementKind.Inline or ElementKind.Other:
                return;
            case ElementKind.Item:
                CloseUpTo(tag.Start, ElementKind.Item, ElementKind.List, tag.Name);
                break;
            case ElementKind.Cell:
                CloseUpTo(tag.Start, ElementKind.Cell, ElementKind.Row);
                return;
            case ElementKind.Row:
                CloseUpTo(tag.Start, ElementKind.Row, ElementKind.RowGroup);
                return;
            case ElementKind.RowGroup:
                CloseUpTo(tag.Start, ElementKind.RowGroup, ElementKind.Table);
                return;
            case ElementKind.Option or ElementKind.RubyText:
                CloseUpTo(tag.Start, kind, kind == ElementKind.Option ? ElementKind.List : ElementKind.Paragraph);
                return;
        }

        // Any block ends the paragraph before it, and a heading the heading.
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i].Kind;
            if (open == ElementKind.Paragraph || (open == ElementKind.Heading && kind == ElementKind.Heading))
            {
                while (_open.Count > i)
                {
                    CloseTop(tag.Start);
                }

                return;
            }

            if (open != ElementKind.Inline)
            {
                return;
            }
        }
    }

    private void CloseOpenLink(int at)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind == ElementKind.Inline; i--)
        {
            if (NameOf(_open[i]) is ['a' or 'A'])
            {
                while (_open.Count > i)
                {
                    CloseTop(at);
                }

                return;
            }
        }

        // A link that a block opened inside of: <a><div> ... <a>.
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Kind is ElementKind.Table or ElementKind.Cell)
            {
                return;
            }

            if (_open[i].Kind == ElementKind.Inline && NameOf(_open[i]) is ['a' or 'A'])
            {
                _open[i] = _open[i] with { Wanted = true };
                return;
            }
        }
    }

    private void CloseUpTo(int at, ElementKind closed, ElementKind barrier, ReadOnlySpan<char> name = default)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Kind == closed && (name.IsEmpty || SameFamily(NameOf(open), name)))
            {
                while (_open.Count > i)
                {
                    CloseTop(at);
                }

                return;
            }

            if (open.Kind == barrier || open.Kind is ElementKind.Table || (open.Kind is ElementKind.Cell && closed is ElementKind.Item))
            {
                return;
            }
        }
    }

    // li closes li; dt and dd close each other.
    private static bool SameFamily(ReadOnlySpan<char> open, ReadOnlySpan<char> name) =>
        (open[0] | 0x20) == (name[0] | 0x20);

    private bool IsTop(ReadOnlySpan<char> name) =>
        _open.Count > 0 && _open[^1].Length == name.Length && NameOf(_open[^1]).Equals(name, StringComparison.OrdinalIgnoreCase);

    private readonly ReadOnlySpan<char> NameOf(OpenElement open) => _all.Slice(open.Start, open.Length);

    // The end tag at hand closes the innermost element.
    private int Close(int at, int end)
    {
        var open = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (open.Silent || end - at != open.Length + 3)
        {
            WriteEnd(open, at, end);
        }

        CloseWanted(end);
        return end;
    }

    // Writes the end tag that the page left out.
    private void CloseTop(int at)
    {
        WriteEnd(_open[^1], at, at);
        _open.RemoveAt(_open.Count - 1);
        CloseWanted(at);
    }

    private void CloseWanted(int at)
    {
        while (_open.Count > 0 && _open[^1].Wanted)
        {
            WriteEnd(_open[^1], at, at);
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void WriteEnd(OpenElement open, int at, int end)
    {
        Replace(at, end, "");
        if (!open.Silent)
        {
            _output!.Append("</").Append(NameOf(open)).Append('>');
        }
    }

    private int Script(MarkupTag tag)
    {
        var end = EndOfRaw(tag);
        var body = tag.End;
        var stop = end;
        if (stop > body && _all[body..stop].LastIndexOf("</") is >= 0 and var close)
        {
            stop = body + close;
        }

        _scripts.Add(new PageScript(tag.Value("type").ToString(), tag.Value("id").ToString(), _text.AsMemory(body, Math.Max(0, stop - body))));
        return Drop(tag.Start, end);
    }

    // title and textarea: text without markup in it.
    private int Raw(MarkupTag tag)
    {
        var end = EndOfRaw(tag);
        if (tag.Name.Equals("title", StringComparison.OrdinalIgnoreCase) && end - tag.End <= MaxAttributeLength && end < _all.Length)
        {
            Emit(tag);
            return end;
        }

        return Drop(tag.Start, end);
    }

    // Past the end tag of an element whose content is not markup; an element that is never closed ends with its start tag,
    // so that a page cut off or broken there keeps its text.
    private int EndOfRaw(MarkupTag tag)
    {
        if (tag.SelfClosed && tag.Name.Equals("iframe", StringComparison.OrdinalIgnoreCase))
        {
            return tag.End;
        }

        var at = tag.End;
        while (true)
        {
            var next = _noRawEnd is not null && _noRawEnd.Contains(tag.Name.ToString()) ? -1 : _all[at..].IndexOf("</");
            if (next < 0)
            {
                (_noRawEnd ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(tag.Name.ToString());
                return ElementKinds.Of(tag.Name) is ElementKind.Script ? _all.Length : tag.End;
            }

            at += next + 2;
            if (_all[at..].StartsWith(tag.Name, StringComparison.OrdinalIgnoreCase)
                && (at + tag.Name.Length == _all.Length || !char.IsAsciiLetterOrDigit(_all[at + tag.Name.Length])))
            {
                var close = _all[at..].IndexOf('>');
                return close < 0 ? _all.Length : at + close + 1;
            }
        }
    }

    // svg and canvas hold no text of the article; they may nest.
    private int EndOfDrawing(MarkupTag tag)
    {
        if (tag.SelfClosed || _noDrawingEnd)
        {
            return tag.End;
        }

        var depth = 1;
        var at = tag.End;
        while (depth > 0)
        {
            var next = _all[at..].IndexOf('<');
            if (next < 0)
            {
                _noDrawingEnd = true;
                return tag.End;
            }

            at += next + 1;
            var closing = at < _all.Length && _all[at] == '/';
            var name = MarkupTag.NameAt(_all, closing ? at + 1 : at);
            if (!name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var inner = MarkupTag.Read(_all, at - 1);
            if (inner.End < 0)
            {
                _noDrawingEnd = true;
                return tag.End;
            }

            depth += closing ? -1 : inner.SelfClosed ? 0 : 1;
            at = inner.End;
        }

        return at;
    }

    private void Emit(MarkupTag tag)
    {
        _elementsLeft--;
        if (!tag.Regular || (tag.SelfClosed && ElementKinds.Of(tag.Name) != ElementKind.Void))
        {
            Replace(tag.Start, tag.End, tag.Rewritten(MaxAttributes, MaxAttributeLength));
            return;
        }

        for (var cut = 0; cut < tag.Cuts; cut++)
        {
            Replace(_cuts[2 * cut], _cuts[(2 * cut) + 1], "");
        }
    }

    private int Drop(int start, int end)
    {
        Replace(start, end, "");
        return end;
    }

    private void Replace(int start, int end, ReadOnlySpan<char> by)
    {
        // Most of a page is left out.
        _output ??= new StringBuilder(_all.Length / 2);
        _output.Append(_all[_copied..start]).Append(by);
        _copied = end;
    }

    /// <summary>An element whose end has not come yet, by where its name stands.</summary>
    private readonly record struct OpenElement(int Start, int Length, ElementKind Kind)
    {
        /// <summary>Whether its end tag came while blocks inside it were open.</summary>
        public bool Wanted { get; init; }

        /// <summary>Whether its tags are left out.</summary>
        public bool Silent { get; init; }
    }
}
