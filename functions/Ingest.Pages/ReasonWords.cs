namespace Ingest.Pages;

/// <summary>Why a file is no review, in words for people.</summary>
public static class ReasonWords
{
    /// <summary>The words for a reason as the API names it; a reason without words is given back as it is.</summary>
    public static string? Of(string? reason) => reason switch
    {
        "empty" => "The file is empty",
        "tooLarge" => "The file is too large",
        "notHtml" => "The file is not an HTML page",
        "unreadableCharset" => "The charset of the file cannot be told",
        "unusableName" => "The file cannot be asked for by its name",
        "noArticle" => "The page holds no article",
        _ => reason,
    };
}
