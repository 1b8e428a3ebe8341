using System.Text;
using System.Text.Json;
using HtmlAgilityPack;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds the article of a page whose text stands only in its data blocks: the body that its JSON-LD states, or the
/// longest run of prose in the state of a script application.</summary>
internal static class StatedText
{
    private const int LongestScript = 8_000_000;
    private const int ShortestBody = 200;

    /// <summary>The article as an outline of its own; null when no data block holds prose.</summary>
    public static Outline? Of(Page page, StatedArticle stated)
    {
        foreach (var property in (ReadOnlySpan<string>)["articleBody", "reviewBody", "text"])
        {
            if (stated.Strings(property) is { Count: > 0 } body && body.Sum(text => text.Length) > ShortestBody && OutlineOf([.. body.Select(WithTags)]) is var outline && HoldsProse(outline))
            {
                return outline;
            }
        }

        List<string>? best = null;
        foreach (var script in page.Scripts)
        {
            if (script.Text.Length is < ShortestBody or > LongestScript || script.Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var pieces = Json(script) is { } state ? StatePieces.Of(state) : ScriptLiterals.PiecesOf(script.Text);
            best = pieces is not null && (best is null || pieces.Sum(piece => piece.Length) > best.Sum(piece => piece.Length)) ? pieces : best;
        }

        return best is null ? null : OutlineOf(best);
    }

    // The value of a data block, or of "window.state = {...}".
    private static JsonElement? Json(PageScript script)
    {
        if (LooseJson.Parse(script.Text) is { } whole)
        {
            return whole;
        }

        var text = script.Text.Span;
        var assigned = text.IndexOf('=');
        if (assigned is < 0 or > 200)
        {
            return null;
        }

        var start = text[assigned..].TrimStart("= \t\r\n");
        return start is ['{', ..] ? LooseJson.First(script.Text[(text.Length - start.Length)..]) : null;
    }

    // Bodies come with their tags written as entities too.
    private static string WithTags(string body) =>
        body.Contains("&lt;p", StringComparison.OrdinalIgnoreCase) || body.Contains("&lt;br", StringComparison.OrdinalIgnoreCase) ? Entities.Decode(body) : body;

    private static bool HoldsProse(Outline outline) => outline.Blocks.Exists(block => TextShape.Of(block.Text).IsProse);

    private static Outline OutlineOf(IReadOnlyList<string> pieces)
    {
        var markup = new StringBuilder("<article>");
        foreach (var piece in pieces)
        {
            if (piece.Contains("</", StringComparison.Ordinal) || piece.Contains("<br", StringComparison.OrdinalIgnoreCase))
            {
                markup.Append("<div>").Append(piece).Append("</div>");
                continue;
            }

            foreach (var line in piece.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                markup.Append("<p>").Append(line.Replace("<", "&lt;", StringComparison.Ordinal)).Append("</p>");
            }
        }

        var document = new HtmlDocument();
        document.LoadHtml(MarkupGuard.Guard(markup.Append("</article>").ToString()).Markup);
        return OutlineReader.Read(document.DocumentNode);
    }
}
