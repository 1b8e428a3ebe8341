namespace Ingest.Core.Articles;

/// <summary>Elements that say what the text inside them is to the page.</summary>
internal static class AncestorTags
{
    private static readonly string[] Names =
        ["article", "main", "section", "aside", "nav", "footer", "header", "form", "figure", "figcaption", "table", "ul", "ol", "dl", "blockquote", "details", "p", "li", "pre", "a", "body"];

    public static int Count => Names.Length;

    public static int IndexOf(string name) => Array.IndexOf(Names, name);
}
