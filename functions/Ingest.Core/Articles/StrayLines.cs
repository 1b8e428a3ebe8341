using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Takes single lines out of the chosen blocks that are of the page and not of its article, whatever they look
/// like: the day above the text, links and rights below it, names of advertisements, and sentences said a second time.</summary>
internal static class StrayLines
{
    // Letters of the longest line that can be one.
    private const float Longest = 60;

    // Characters before a link of what leads to another story: "Read also: ".
    private const int LongestLead = 40;

    // A sentence that is set large, in letters: a shorter one may be said twice.
    private const int ShortestQuotation = 25;
    private const int LongestQuotation = 400;

    // Bounds the search for repeated sentences.
    private const long SearchBudget = 50_000_000;

    public static void Drop(PageShape shape, PageFacts facts, bool[] kept)
    {
        Opening(shape, facts, kept);
        Closing(shape, facts, kept);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = kept[i] && !NamesAdvertisement(shape, facts, i) && !IsNotice(shape, i) && !IsData(shape.Outline.Blocks[i].Text);
            DropListOfLinks(shape, facts, kept, i);
        }

        OtherStories(shape, facts, kept);

        Quotations(shape, kept);
    }

    // The line that says when, before the first paragraph, and the name of a section above other lines.
    private static void Opening(PageShape shape, PageFacts facts, bool[] kept)
    {
        for (var i = 0; i < kept.Length && !(kept[i] && shape.Shapes[i].IsProse); i++)
        {
            kept[i] = kept[i]
                && !(shape.Shapes[i].Mass < Longest
                    && (shape.Shapes[i].Ending != 3 || shape.Shapes[i].Mass < Longest / 2)
                    && facts.HeadingLevel(i) == 0
                    && (DayText.Parse(shape.Outline.Blocks[i].Text) is not null || IsLabel(shape.Outline.Blocks[i].Text, shape.Shapes[i], facts.UntilProse[i])));
        }
    }

    // A word or two above other lines, and figures such as "9/10"; a time of day may head what follows.
    private static bool IsLabel(string text, TextShape shape, float untilProse) =>
        shape.Mass < 25 && shape.Ending == 0 && (untilProse > 1 || (shape.Letters == 0 && !text.Contains(':', StringComparison.Ordinal)));

    // Links and rights after the last paragraph; a list of links may be the writer's own.
    private static void Closing(PageShape shape, PageFacts facts, bool[] kept)
    {
        for (var i = kept.Length - 1; i >= 0; i--)
        {
            var block = shape.Outline.Blocks[i];
            var listed = facts.HeadingLevel(i) > 0 || shape.Outline.Elements[block.Element].Name == "li";
            var leads = !listed && shape.Shapes[i].Mass < Longest && PageShape.LinkDensity(block) > 0.8f;
            kept[i] = kept[i] && !leads && !HoldsRights(block.Text);
            if (kept[i] && shape.Shapes[i].IsProse)
            {
                return;
            }
        }
    }

    private static bool HoldsRights(string text) =>
        text.Length < 300 && text.Split('\n').Any(line => FurniturePhrases.KindOf(line) == 6);

    private static bool NamesAdvertisement(PageShape shape, PageFacts facts, int block) =>
        facts.Phrase[block] == 5 && facts.HeadingLevel(block) == 0 && shape.Shapes[block].Mass < Longest && shape.Shapes[block].Ending != 3;

    // "Read also: ..." as a link, and links right after such a line.
    private static void OtherStories(PageShape shape, PageFacts facts, bool[] kept)
    {
        var led = false;
        for (var i = 0; i < kept.Length; i++)
        {
            var block = shape.Outline.Blocks[i];
            var named = facts.Phrase[i] == 1;
            var leads = PageShape.LinkDensity(block) > 0.8f || (named && block.LinkLength > 0 && block.Text.Length - block.LinkLength < LongestLead && block.Text.AsSpan(0, Math.Min(LongestLead, block.Text.Length)).ContainsAny(':', '：'));
            kept[i] = kept[i] && !(leads && (led || named));
            led = (led && leads) || (named && shape.Shapes[i].Mass < Longest && shape.Shapes[i].Ending != 3);
        }
    }

    // Elements of AMP that are never of the article, and words for screen readers alone.
    private static bool IsNotice(PageShape shape, int block)
    {
        var elements = shape.Outline.Elements;
        for (var i = shape.Outline.Blocks[block].Element; i >= 0; i = elements[i].Parent)
        {
            if (elements[i].Name is "amp-user-notification" or "amp-consent" or "amp-sidebar"
                || HintWords.IsUnseen(elements[i].ClassAndId))
            {
                return true;
            }
        }

        return false;
    }

    // Settings of a part of the page that its script has not taken away.
    private static bool IsData(string text) =>
        text.StartsWith("{\"", StringComparison.Ordinal) && text.EndsWith('}') && text.Contains("\":", StringComparison.Ordinal);

    // A part of the page that is a heading and nothing but links under it; a single mark beside a heading leads to itself.
    private static void DropListOfLinks(PageShape shape, PageFacts facts, bool[] kept, int heading)
    {
        if (!kept[heading] || facts.HeadingLevel(heading) == 0)
        {
            return;
        }

        var part = facts.Around(heading);
        var under = part.EndBlock - heading - 1;
        if (part.FirstBlock == heading
            && under > 1
            && kept.AsSpan(heading + 1, under).Contains(true)
            && Enumerable.Range(heading + 1, under).All(i => PageShape.LinkDensity(shape.Outline.Blocks[i]) > 0.8f))
        {
            Array.Fill(kept, false, heading, part.EndBlock - heading);
        }
    }

    // A sentence of the text that is set a second time between its paragraphs.
    private static void Quotations(PageShape shape, bool[] kept)
    {
        var blocks = shape.Outline.Blocks;
        long searched = 0;
        for (var i = 0; i < kept.Length && searched < SearchBudget; i++)
        {
            if (!kept[i] || blocks[i].Text.Length is < ShortestQuotation or > LongestQuotation || !IsSetApart(shape, i))
            {
                continue;
            }

            var said = blocks[i].Text.AsSpan().Trim(" \"'“”‘’«»„…");
            for (var other = 0; other < kept.Length && kept[i]; other++)
            {
                var text = blocks[other].Text;
                if (kept[other] && other != i && text.Length > blocks[i].Text.Length)
                {
                    searched += text.Length;
                    kept[i] = text.AsSpan().IndexOf(said, StringComparison.OrdinalIgnoreCase) < 0;
                }
            }
        }
    }

    private static bool IsSetApart(PageShape shape, int block)
    {
        var elements = shape.Outline.Elements;
        for (int i = shape.Outline.Blocks[block].Element, steps = 0; i >= 0 && steps < 4; i = elements[i].Parent, steps++)
        {
            if (elements[i].Name is "blockquote" or "aside" or "figure" or "q" || elements[i].ClassAndId.Contains("quote", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
