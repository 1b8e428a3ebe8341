using System.Runtime.InteropServices;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>A page's blocks measured, and the element that holds most of its prose and least else.</summary>
internal sealed class PageShape
{
    /// <summary>Parts of a page that hold no text of its article.</summary>
    public const Hints Furniture = Hints.Comments | Hints.Related | Hints.Share | Hints.Signup | Hints.Advert | Hints.Navigation
        | Hints.Sidebar | Hints.Footer | Hints.Consent | Hints.Tags | Hints.Form | Hints.Hidden;

    private readonly float[] _sums;
    private readonly float[] _prose;

    private PageShape(Outline outline)
    {
        Outline = outline;
        var blocks = CollectionsMarshal.AsSpan(outline.Blocks);
        Shapes = new TextShape[blocks.Length];
        _sums = new float[blocks.Length + 1];
        _prose = new float[blocks.Length + 1];
        var furniture = FurnitureDepths(outline);
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            var shape = TextShape.Of(block.Text);
            Shapes[i] = shape;
            var element = outline.Elements[block.Element];
            var links = LinkDensity(block);
            var prose = shape.IsProse && links < 0.4f ? shape.Mass * (1 - links) : 0;
            _prose[i + 1] = _prose[i] + prose;
            var score = prose > 0 ? prose
                : element.Kind is ElementKind.Heading or ElementKind.Paragraph ? shape.Mass * (0.3f - links)
                : -10 - (links * Math.Min(shape.Mass, 100) * 0.5f);
            if (furniture[block.Element] > 0 && score > 0)
            {
                score *= element.Hidden ? -0.5f : -0.2f;
            }

            _sums[i + 1] = _sums[i] + score;
        }

        Container = FindContainer();
    }

    public Outline Outline { get; }

    public TextShape[] Shapes { get; }

    /// <summary>Index of the element that holds the article, as far as amounts of text tell.</summary>
    public int Container { get; }

    public static PageShape Of(Outline outline) => new(outline);

    public static float LinkDensity(OutlineBlock block) => Math.Min(1, block.LinkLength / (float)Math.Max(1, block.Text.Length));

    /// <summary>Amount of prose in an element.</summary>
    public float ProseOf(OutlineElement element) => _prose[element.EndBlock] - _prose[element.FirstBlock];

    /// <summary>Amount of prose in a run of blocks.</summary>
    public float Prose(int first, int end) => _prose[end] - _prose[first];

    // Number of elements around an element, itself included, that look like furniture. An element that holds most of the
    // page's blocks is none, whatever its class says.
    private static int[] FurnitureDepths(Outline outline)
    {
        var depths = new int[outline.Elements.Count];
        foreach (var element in outline.Elements)
        {
            var above = element.Parent >= 0 ? depths[element.Parent] : 0;
            var most = (element.EndBlock - element.FirstBlock) * 2 > outline.Blocks.Count;
            var own = (element.Hints & Furniture) != 0
                && (element.Hints & (Hints.Article | Hints.Body | Hints.ArticleBody | Hints.Main)) == 0;
            var tag = element.Name is "aside" or "nav" or "footer" or "form" or "dialog";
            depths[element.Index] = above + (!most && (own || tag || element.Hidden) ? 1 : 0);
        }

        return depths;
    }

    private int FindContainer()
    {
        var best = 0;
        var bestScore = float.MinValue;
        foreach (var element in Outline.Elements)
        {
            if (element.Kind == ElementKind.Inline || element.EndBlock == element.FirstBlock)
            {
                continue;
            }

            var score = _sums[element.EndBlock] - _sums[element.FirstBlock];
            if ((element.Hints & Hints.ArticleBody) != 0)
            {
                score *= 1.1f;
            }

            if (score >= bestScore)
            {
                bestScore = score;
                best = element.Index;
            }
        }

        return best;
    }
}
