using System.Text;
using HtmlAgilityPack;

namespace Ingest.Web.Tests.Rendering;

/// <summary>A page's elements and the names of their attributes, without any text: what data must never change. Of a
/// poster, whose shapes follow from the film's id, only what is no shape counts.</summary>
internal static class Skeleton
{
    private static readonly string[] Shapes =
        ["circle class cx cy r", "path class d", "rect class width height", "text class x y"];

    public static string Of(string html)
    {
        var document = new HtmlDocument();
        document.LoadHtml(html);
        var skeleton = new StringBuilder();
        foreach (var element in document.DocumentNode.Descendants().Where(node => node.NodeType == HtmlNodeType.Element))
        {
            var shape = string.Join(' ', element.Attributes.Select(attribute => attribute.Name).Prepend(element.Name));
            if (element.ParentNode?.Name != "svg" || !Shapes.Contains(shape))
            {
                skeleton.Append(' ', element.Depth).Append(shape).Append('\n');
            }
        }

        return skeleton.ToString();
    }
}
