using System.Buffers;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Small parts of a page that are never its article, however much their words look like it: forms, and boxes that
/// ask to subscribe.</summary>
internal static class SmallParts
{
    // Of the page's prose; pages that are one form around everything exist.
    private const float LargestShare = 0.2f;

    private const int MostBlocks = 8;

    private static readonly SearchValues<string> Asking =
        SearchValues.Create(["newsletter", "subscribe", "subscription", "signup", "sign-up", "mailchimp", "mc4wp"], StringComparison.OrdinalIgnoreCase);

    /// <summary>One answer for each element: whether it is such a part or stands in one.</summary>
    public static bool[] Of(PageShape shape)
    {
        var elements = shape.Outline.Elements;
        var container = elements[shape.Container];
        var most = shape.ProseOf(container) * LargestShare;
        var closed = new bool[elements.Count];
        foreach (var element in elements)
        {
            var around = element.Index <= container.Index && element.Next > container.Index;
            var small = !around && element.EndBlock - element.FirstBlock <= MostBlocks && shape.ProseOf(element) < most;
            var asks = (element.Hints & Hints.Signup) != 0 && element.ClassAndId.AsSpan().ContainsAny(Asking) && (element.Hints & (Hints.Body | Hints.ArticleBody | Hints.Main)) == 0;
            closed[element.Index] = (element.Parent >= 0 && closed[element.Parent]) || (small && (asks || element.Name == "form"));
        }

        return closed;
    }
}
