namespace Ingest.Core.Tests.BadFiles;

/// <summary>Pages that were cut off: a review all the same where the article has begun.</summary>
internal static class CutPages
{
    private static readonly string Long = Made.Page.Replace("</article>", "<p>It is <a href=\"/x?a=b&amp;c\">long</a> &mdash; too long for some.</p><!-- end --><script>var a = '<p>';</script></article>", StringComparison.Ordinal);

    public static readonly IReadOnlyList<BadFile> All =
    [
        new("page cut off within its head", RejectionReason.NoArticle, () => Long[..Before("</title>")].Utf8()),
        new("page cut off within its navigation", RejectionReason.NoArticle, () => Long[..Before("<article>")].Utf8()),
        Cut("page cut off within a sentence", Before("a good ten minutes")),
        Cut("page cut off within a word", Before("anybody") + 3),
        Cut("page cut off within a tag", Before("</p><p>Hanna") + 6),
        Cut("page cut off within an end tag", Before("</p><p>Hanna") + 2),
        Cut("page cut off within an attribute", Before("/x?a=b") + 4),
        Cut("page cut off within a reference", Before("&mdash;") + 3),
        Cut("page cut off within a comment", Before("<!-- end -->") + 7),
        Cut("page cut off within the opening of a comment", Before("<!-- end -->") + 3),
        Cut("page cut off within a script", Before("var a") + 5),
        Cut("page cut off before its footer", Before("<footer>")),
        Cut("page cut off within its last tag", Long.Length - 2),
        new("page whose beginning is missing", null, () => Long[(Before("on a frozen lake") + 3)..].Utf8()),
        new("page joined to itself", null, () => (Long[..^40] + Long).Utf8()),
    ];

    private static int Before(string part) => Long.IndexOf(part, StringComparison.Ordinal);

    private static BadFile Cut(string name, int at) => new(name, null, () => Long[..at].Utf8());
}
