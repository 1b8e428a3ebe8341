using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Decides which blocks are the article.</summary>
internal static class BlockChoice
{
    /// <summary>One answer for each block of the page.</summary>
    public static bool[] Of(PageShape shape)
    {
        var outline = shape.Outline;
        var kept = new bool[outline.Blocks.Count];
        var container = outline.Elements[shape.Container];
        var dropped = Dropped(shape, container);
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            var block = outline.Blocks[i];
            var links = PageShape.LinkDensity(block);
            kept[i] = !dropped[block.Element] && links < (shape.Shapes[i].IsProse ? 0.7f : 0.5f);
        }

        return kept;
    }

    private static bool[] Dropped(PageShape shape, OutlineElement container)
    {
        var elements = shape.Outline.Elements;
        var dropped = new bool[elements.Count];
        var all = shape.ProseOf(container);
        for (var i = container.Index + 1; i < container.Next; i++)
        {
            var element = elements[i];
            var small = shape.ProseOf(element) < all * 0.4f;
            var hinted = (element.Hints & PageShape.Furniture) != 0 && (element.Hints & (Hints.Body | Hints.ArticleBody)) == 0;
            dropped[i] = dropped[element.Parent]
                || (small && (hinted || element.Hidden || element.Name is "aside" or "nav" or "footer" or "form" or "dialog"));
        }

        return dropped;
    }
}
