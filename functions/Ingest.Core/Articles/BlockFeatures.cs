using System.Numerics;
using System.Runtime.InteropServices;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>What can be measured of each block of a page, as rows of numbers of one length. The order of the numbers is
/// that of the trained model; a change here needs a new model.</summary>
internal sealed class BlockFeatures
{
    private const float None = 30;
    private const int HintCount = 30;

    private readonly PageShape _shape;
    private readonly Outline _outline;
    private readonly PageFacts _facts;
    private readonly List<float> _row = [];

    public BlockFeatures(PageShape shape, PageFacts facts)
    {
        _shape = shape;
        _outline = shape.Outline;
        _facts = facts;
    }

    /// <summary>The row of a block, until the next one is asked for.</summary>
    public ReadOnlySpan<float> Of(int block)
    {
        _row.Clear();
        Own(block);
        Place(block);
        Ancestors(block);
        Group(block);
        Neighbours(block);
        Page(block);
        return CollectionsMarshal.AsSpan(_row);
    }

    private void Add(float value) => _row.Add(value);

    private void Add(bool value) => _row.Add(value ? 1 : 0);

    private void Own(int i)
    {
        var block = _outline.Blocks[i];
        var shape = _shape.Shapes[i];
        var mass = Math.Max(1, shape.Mass);
        Add(MathF.Log2(1 + shape.Mass));
        Add(PageShape.LinkDensity(block));
        Add(Math.Min(block.Links, 20));
        Add(Covered(block, SpanKind.Strong));
        Add(Covered(block, SpanKind.Emphasis));
        Add(shape.Ending);
        Add(Math.Min(shape.Sentences, 20));
        Add(100 * shape.Commas / mass);
        Add(100 * shape.Digits / mass);
        Add(shape.Capitals / (float)Math.Max(1, shape.Letters));
        Add(100 * shape.Separators / mass);
        Add(Math.Min(block.Cells, 10));
        Add(Math.Min(shape.Lines, 10));
        Add(Math.Min(block.Images, 5));
        Add(_facts.Phrase[i]);
        Add(_facts.Phrase[i] is 1);
        Add(_facts.Phrase[i] is 3 or 4);
        Add(Math.Min(_facts.Repeats[i], 10));
        Add(Math.Min(_facts.Earlier[i], 5));
        Add(_facts.NamesAuthor[i]);
        Add(_facts.Stated(i));
        Add(_facts.IsTitle[i]);
        Add(_facts.IsDescription[i]);
        Add(_facts.HasDate(i));
    }

    private float Covered(OutlineBlock block, SpanKind kind)
    {
        var covered = 0;
        for (var s = block.FirstSpan; s < block.EndSpan; s++)
        {
            var span = _outline.Spans[s];
            covered += span.Kind == kind ? span.End - span.Start : 0;
        }

        return Math.Min(1, covered / (float)block.Text.Length);
    }

    // Where the block stands to the container of the article and to its prose.
    private void Place(int i)
    {
        var container = _outline.Elements[_shape.Container];
        var inside = i >= container.FirstBlock && i < container.EndBlock;
        var count = Math.Max(1, container.EndBlock - container.FirstBlock);
        Add(inside);
        Add(inside ? (i - container.FirstBlock) / (float)count : i < container.FirstBlock ? -1 : 2);
        Add(LevelsUp(container, i));
        var before = _shape.Prose(container.FirstBlock, Math.Clamp(i, container.FirstBlock, container.EndBlock));
        var all = Math.Max(1, _shape.ProseOf(container));
        Add(before / all);
        Add(_facts.SinceProse[i]);
        Add(_facts.UntilProse[i]);
        Add(i / (float)_outline.Blocks.Count);
        var element = _outline.Elements[_outline.Blocks[i].Element];
        Add(element.Depth - container.Depth);

        // The part of the container that the block is in.
        var part = Part(container, element);
        if (part is null)
        {
            Add(-1);
            Add(-1);
            Add(-1);
            Add(-1);
        }
        else
        {
            Add(_shape.ProseOf(part) / all);
            Add(_facts.LinkShare(part.FirstBlock, part.EndBlock));
            Add(Math.Min(part.EndBlock - part.FirstBlock, 100));
            Add((float)part.Kind);
        }
    }

    private OutlineElement? Part(OutlineElement container, OutlineElement element)
    {
        if (element.Index < container.Index || element.Index >= container.Next)
        {
            return null;
        }

        while (element.Parent > container.Index)
        {
            element = _outline.Elements[element.Parent];
        }

        return element;
    }

    // Levels from the container up to the first element that holds the block too.
    private float LevelsUp(OutlineElement container, int block)
    {
        var levels = 0;
        var element = container;
        while (element.Parent >= 0 && (block < element.FirstBlock || block >= element.EndBlock))
        {
            element = _outline.Elements[element.Parent];
            levels++;
        }

        return Math.Min(levels, 20);
    }

    private void Ancestors(int i)
    {
        var element = _outline.Elements[_outline.Blocks[i].Element];
        var container = _outline.Elements[_shape.Container];
        Span<float> hints = stackalloc float[HintCount];
        Span<float> tags = stackalloc float[AncestorTags.Count];
        hints.Fill(None);
        tags.Fill(None);
        var seen = Hints.None;
        var hidden = None;
        var heading = 0f;
        var distance = 0;
        for (var at = element; ; at = _outline.Elements[at.Parent])
        {
            var within = at.Index > container.Index && at.Index < container.Next;
            var value = within ? Math.Min(distance, 20) : at.Index <= container.Index && at.Next > container.Index ? 25f : 21 + Math.Min(3, distance * 0.2f);
            for (var fresh = (uint)(at.Hints & ~seen); fresh != 0; fresh &= fresh - 1)
            {
                hints[BitOperations.TrailingZeroCount(fresh)] = value;
            }

            seen |= at.Hints;
            if (AncestorTags.IndexOf(at.Name) is >= 0 and var tag && tags[tag] == None)
            {
                tags[tag] = value;
            }

            if (at.Kind == ElementKind.Heading)
            {
                heading = at.Name[1] - '0';
            }

            if (at.Hidden && hidden == None)
            {
                hidden = value;
            }

            distance++;
            if (at.Parent < 0)
            {
                break;
            }
        }

        Add((float)element.Kind);
        Add(heading);
        Add(hidden);
        foreach (var value in tags)
        {
            Add(value);
        }

        foreach (var value in hints)
        {
            Add(value);
        }

        var around = _facts.Around(i);
        var count = Math.Max(1, around.EndBlock - around.FirstBlock);
        Add(MathF.Log2(count));
        Add(_facts.LinkShare(around.FirstBlock, around.EndBlock));
        Add(_shape.ProseOf(around) / Math.Max(1, _facts.Mass(around.FirstBlock, around.EndBlock)));
        Add(MathF.Log2(1 + (_facts.Mass(around.FirstBlock, around.EndBlock) / count)));
        Add(_shape.ProseOf(around) / Math.Max(1, _facts.AllProse));
        Add((float)around.Kind);
        var above = around.Parent >= 0 ? _outline.Elements[around.Parent] : around;
        Add(_facts.LinkShare(above.FirstBlock, above.EndBlock));
        Add(_shape.ProseOf(above) / Math.Max(1, _facts.Mass(above.FirstBlock, above.EndBlock)));
        Add(_shape.ProseOf(above) / Math.Max(1, _facts.AllProse));
    }

    // Blocks of the same tags and classes, which a site sets for the same purpose.
    private void Group(int i)
    {
        var group = _facts.GroupOf(i);
        Add(MathF.Log2(group.Blocks));
        Add(group.Mass / group.Blocks);
        Add(group.Links / group.Mass);
        Add(group.Prose / Math.Max(1, _facts.AllProse));
        Add(group.InContainer / (float)group.Blocks);
        Add(group.Sentences / (float)group.Blocks);
    }

    private void Neighbours(int i)
    {
        foreach (var step in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            var at = i + step;
            if (at < 0 || at >= _outline.Blocks.Count)
            {
                Add(-1);
                Add(-1);
                Add(-1);
                Add(-1);
                Add(-1);
                continue;
            }

            Add(MathF.Log2(1 + _shape.Shapes[at].Mass));
            Add(PageShape.LinkDensity(_outline.Blocks[at]));
            Add((float)_outline.Elements[_outline.Blocks[at].Element].Kind);
            Add(_facts.Phrase[at]);
            Add(_shape.Shapes[at].Ending);
        }

        // The heading the block stands under.
        var heading = _facts.HeadingBefore[i];
        Add(heading < 0 ? -1 : i - heading);
        Add(heading < 0 ? 0 : _facts.Phrase[heading]);
        Add(heading < 0 ? 0 : _facts.HeadingLevel(heading));
        var end = _facts.NextHeading(i);
        var start = Math.Max(heading, 0);
        Add(_facts.LinkShare(start, end));
        Add(_shape.Prose(start, end) / Math.Max(1, _facts.Mass(start, end)));
        Add(MathF.Log2(1 + _facts.Mass(start, end)));
        Add(Math.Min(_facts.LastFurnitureHeading(i), 60));
    }

    private void Page(int i)
    {
        var container = _outline.Elements[_shape.Container];
        Add(MathF.Log2(1 + _facts.AllProse));
        Add(_shape.ProseOf(container) / Math.Max(1, _facts.AllProse));
        Add(MathF.Log2(_outline.Blocks.Count));
        Add(_facts.HasStatedBody);
        Add(_facts.TitleBlock < 0 ? -100 : Math.Clamp(i - _facts.TitleBlock, -100, 100));
        var same = 0;
        var element = _outline.Blocks[i].Element;
        foreach (var other in (ReadOnlySpan<int>)[-1, 1])
        {
            same += i + other >= 0 && i + other < _outline.Blocks.Count && _outline.Elements[_outline.Blocks[i + other].Element].Parent == _outline.Elements[element].Parent ? 1 : 0;
        }

        Add(same);
    }
}
