using System.Collections.Immutable;
using System.Text;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Writes chosen blocks as text with spans.</summary>
internal static class ArticleText
{
    private const string Break = "\n\n";

    // Marks at a footnote's end that lead back to where it belongs.
    private const string BackToText = " ↩↵⤴⏎\uFE0E\uFE0F";

    /// <summary>The text of the blocks that are kept, its spans, ordered by start, the longer first, and whether there is
    /// more of it: then it ends with the last block that fits, or inside the very first one.</summary>
    public static (string Text, ImmutableArray<ArticleSpan> Spans, bool IsCut) Write(Outline outline, bool[] kept, int longest)
    {
        var isCut = false;
        var text = new StringBuilder();
        var spans = new List<ArticleSpan>();
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i])
            {
                continue;
            }

            var block = outline.Blocks[i];
            var words = block.Text.AsSpan().TrimEnd(BackToText);
            if (words.IsEmpty)
            {
                continue;
            }

            isCut = text.Length + Break.Length + words.Length > longest;
            if (isCut && text.Length > 0)
            {
                break;
            }

            // Nothing is kept so far: some of the text is better than none.
            words = isCut ? Beginning(words, longest) : words;
            text.Append(text.Length > 0 ? Break : "");
            var start = text.Length;
            text.Append(words);
            if (WholeKind(outline, block) is { } kind)
            {
                spans.Add(new ArticleSpan(kind, start, text.Length));
            }

            if (isCut)
            {
                break;
            }

            for (var s = block.FirstSpan; s < block.EndSpan; s++)
            {
                var span = outline.Spans[s];
                if (start + span.Start < text.Length)
                {
                    spans.Add(new ArticleSpan(span.Kind, start + span.Start, Math.Min(start + span.End, text.Length)));
                }
            }
        }

        return (text.ToString(), [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.End)], isCut);
    }

    // Up to a space, so that no word and no character is halved; of a text without any, up to a whole character.
    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> words, int longest)
    {
        var end = words[..Math.Min(longest, words.Length)].LastIndexOf(' ');
        end = end > 0 ? end : Math.Min(longest, words.Length);
        return words[..(end > 0 && char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)];
    }

    // What a block is as a whole, by the nearest element that says so.
    private static SpanKind? WholeKind(Outline outline, OutlineBlock block)
    {
        for (var i = block.Element; i >= 0; i = outline.Elements[i].Parent)
        {
            switch (outline.Elements[i].Name)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return SpanKind.Heading;
                case "li":
                    return SpanKind.ListItem;
                case "figcaption" or "caption":
                    return SpanKind.Caption;
                case "blockquote":
                    return SpanKind.Quotation;
                case "article" or "main" or "body" or "table":
                    return null;
            }
        }

        return null;
    }
}
