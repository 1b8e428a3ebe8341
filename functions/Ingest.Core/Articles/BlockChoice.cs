using System.Buffers;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Decides which blocks are the article.</summary>
internal static class BlockChoice
{
    // Below one half, because a paragraph that is lost costs a reader more than a line too many; found on the pages the
    // model was trained on.
    private const float Threshold = 0.38f;

    // What stands in an element that its own name calls furniture, or begins like furniture, has to look more like text.
    private const float Surer = 0.9f;

    // Elements whose names tell furniture more surely than others do.
    private const Hints Named = Hints.Comments | Hints.Consent | Hints.Signup | Hints.Share | Hints.Related | Hints.Author | Hints.Tags;

    // What the model keeps of a page is taken for its article only when it is at least this share of the prose that the
    // densest element holds; otherwise the page is of a kind the model has not seen.
    private const float LeastShare = 0.2f;

    private static readonly SearchValues<string> Rights = SearchValues.Create(["©", "ⓒ", "(c)", "copyright", "rights", "droits", "rechte", "derechos", "diritti"], StringComparison.OrdinalIgnoreCase);

    private static readonly TreeModel Model = TreeModel.Load("block-model.txt");

    /// <summary>One answer for each block of the page: by the model; by amounts of prose alone where the model keeps next
    /// to nothing; and every block of prose where that leaves nothing either.</summary>
    public static bool[] Of(PageShape shape, PageFacts facts)
    {
        var kept = ByModel(shape, facts);
        var container = shape.Outline.Elements[shape.Container];
        if (MassOf(shape, kept) < LeastShare * shape.ProseOf(container) || !kept.Contains(true))
        {
            kept = ByContainer(shape, facts, container);
        }

        if (!kept.Contains(true))
        {
            kept = [.. shape.Shapes.Select((text, i) => text.IsProse && PageShape.LinkDensity(shape.Outline.Blocks[i]) < 0.5f && !IsNotice(shape, facts, i))];
        }

        WithoutRepeats(shape, kept);
        StrayLines.Drop(shape, facts, kept);
        return kept;
    }

    private static bool[] ByModel(PageShape shape, PageFacts facts)
    {
        var features = new BlockFeatures(shape, facts);
        var named = NamedFurniture(shape);
        var closed = SmallParts.Of(shape);
        var kept = new bool[shape.Outline.Blocks.Count];
        var begun = false;
        var skipped = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            var block = shape.Outline.Blocks[i];
            var bar = named[block.Element] || BeginsLikeFurniture(shape, facts, i) ? Surer : Threshold;
            skipped = Math.Max(skipped, begun ? Math.Max(EndOfComments(shape, facts, i), EndOfPortrait(shape, facts, i)) : 0);
            skipped = Math.Max(skipped, EndOfHeaded(shape, facts, i));
            var opens = !begun && (PageShape.LinkDensity(block) > 0.8f || SaysWhoAndWhen(shape, facts, i));
            kept[i] = !facts.IsTitle[i] && !opens && i >= skipped && !closed[block.Element] && !IsPortrait(shape, facts, i) && Model.Exceeds(features.Of(i), bar);
            begun |= kept[i] && shape.Shapes[i].IsProse;
        }

        return kept;
    }

    // Where the part ends that a heading of other stories, of comments, of an offer or of the author's portrait opens; 0 when none opens there.
    private static int EndOfHeaded(PageShape shape, PageFacts facts, int block)
    {
        if (facts.HeadingLevel(block) == 0
            || !(facts.Phrase[block] is 1 or 2 or 4 or 11 || CountsComments(shape.Outline.Blocks[block].Text))
            || shape.Shapes[block].Mass >= 50)
        {
            return 0;
        }

        var part = facts.Around(block);
        return shape.ProseOf(part) < shape.ProseOf(shape.Outline.Elements[shape.Container]) * 0.4f ? part.EndBlock : 0;
    }

    // Behind the text, a line that counts comments opens them, however long they are and whatever holds them.
    private static int EndOfComments(PageShape shape, PageFacts facts, int block) =>
        shape.Shapes[block].Mass < 30 && CountsComments(shape.Outline.Blocks[block].Text) ? facts.Around(block).EndBlock : 0;

    // A small part behind the beginning of the text that is named after the author and names the author somewhere.
    private static int EndOfPortrait(PageShape shape, PageFacts facts, int block)
    {
        var elements = shape.Outline.Elements;
        var container = elements[shape.Container];
        var most = shape.ProseOf(container) * 0.2f;
        var end = 0;
        for (var i = shape.Outline.Blocks[block].Element; i > container.Index && elements[i].FirstBlock == block && shape.ProseOf(elements[i]) < most; i = elements[i].Parent)
        {
            var speaks = HintWords.NamesAuthor(elements[i].ClassAndId) || elements[i].ClassAndId.Contains("bio", StringComparison.OrdinalIgnoreCase);
            end = speaks && Array.IndexOf(facts.NamesAuthor, true, block, elements[i].EndBlock - block) >= 0 ? elements[i].EndBlock : end;
        }

        return end;
    }

    // "3 thoughts on ...", "1 comment"; "3. Thoughts" is a heading of the article.
    private static bool CountsComments(string text)
    {
        var number = text.AsSpan().TrimStart("0123456789,.");
        if (number.Length == text.Length || text[text.Length - number.Length - 1] is '.' or ',')
        {
            return false;
        }

        var words = number.TrimStart().ToString();
        return FurniturePhrases.KindOf(words) == 2
            || words.StartsWith("thoughts on", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("thought on", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("responses", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("response to", StringComparison.OrdinalIgnoreCase);
    }

    // A short line that begins as furniture does: "By ...", "Related", "About the author".
    private static bool BeginsLikeFurniture(PageShape shape, PageFacts facts, int block)
    {
        var text = shape.Shapes[block];
        return text.Ending != 3
            && ((text.Mass < 50 && facts.Phrase[block] is 1 or 2 or 3 or 11)
                || (text.Mass < 90 && (facts.Phrase[block] == 8 || (facts.NamesAuthor[block] && text.Sentences == 0)) && facts.HeadingLevel(block) == 0));
    }

    // "Posted on 3 May 2021 by NAME", "by NAME": a line about the article, not of it.
    private static bool SaysWhoAndWhen(PageShape shape, PageFacts facts, int block) =>
        shape.Shapes[block].Mass < 50 && facts.NamesAuthor[block] && (facts.HasDate(block) || NameLine.BeginsWithBy(shape.Outline.Blocks[block].Text));

    // A small part that is named after the author and speaks of the author.
    private static bool IsPortrait(PageShape shape, PageFacts facts, int block)
    {
        if (!facts.NamesAuthor[block])
        {
            return false;
        }

        var elements = shape.Outline.Elements;
        var container = elements[shape.Container];
        var most = shape.ProseOf(container) * 0.4f;
        for (var i = shape.Outline.Blocks[block].Element; i > container.Index && shape.ProseOf(elements[i]) < most; i = elements[i].Parent)
        {
            if (HintWords.NamesAuthor(elements[i].ClassAndId))
            {
                return true;
            }
        }

        return false;
    }

    // Elements that are named as furniture, or stand in one that is, as long as the article itself does not stand there too.
    private static bool[] NamedFurniture(PageShape shape)
    {
        var elements = shape.Outline.Elements;
        var container = elements[shape.Container];
        var all = shape.ProseOf(container);
        var named = new bool[elements.Count];
        foreach (var element in elements)
        {
            var around = element.Index <= container.Index && element.Next > container.Index;
            var most = shape.ProseOf(element) > all * 0.4f && (element.Hints & (Hints.Comments | Hints.Consent)) == 0;
            var own = ((element.Hints & Named) != 0 && (element.Hints & (Hints.Article | Hints.Body | Hints.ArticleBody | Hints.Main)) == 0)
                || (element.Name is "aside" or "nav" or "footer");
            named[element.Index] = (element.Parent >= 0 && named[element.Parent]) || (own && !around && !most);
        }

        return named;
    }

    // "Please enable JavaScript", "All rights reserved": what a page without its text still says.
    private static bool IsNotice(PageShape shape, PageFacts facts, int block) =>
        facts.Phrase[block] == 7 || (facts.Phrase[block] == 6 && shape.Outline.Blocks[block].Text.AsSpan().ContainsAny(Rights));

    private static bool[] ByContainer(PageShape shape, PageFacts facts, OutlineElement container)
    {
        var outline = shape.Outline;
        var kept = new bool[outline.Blocks.Count];
        var dropped = Dropped(shape, container);
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            var links = PageShape.LinkDensity(outline.Blocks[i]);
            kept[i] = !dropped[outline.Blocks[i].Element]
                && outline.Elements[outline.Blocks[i].Element].Name != "h1"
                && links < (shape.Shapes[i].IsProse ? 0.7f : 0.5f)
                && !IsNotice(shape, facts, i);
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

    // Pages hold a paragraph twice for two widths of a screen; an article says it once.
    private static void WithoutRepeats(PageShape shape, bool[] kept)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = kept[i] && (!shape.Shapes[i].IsProse || said.Add(shape.Outline.Blocks[i].Text));
        }
    }

    private static float MassOf(PageShape shape, bool[] kept)
    {
        float mass = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            mass += kept[i] ? shape.Shapes[i].Mass : 0;
        }

        return mass;
    }
}
