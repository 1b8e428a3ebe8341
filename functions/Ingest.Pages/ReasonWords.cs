namespace Ingest.Pages;

/// <summary>Why a file is no review, or was not read, in words for people.</summary>
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
        "tooSlow" => "Reading the page takes too long",
        "throttled" => "Storage has too much to do",
        "storage" => "Storage answered with an error",
        "storageDenied" => "Storage does not let the app in",
        "network" => "Storage did not answer",
        "contention" => "Others were changing the same films",
        "memory" => "There was not enough memory",
        "readingTimeout" => "Reading the page took too long",
        "interrupted" => "Reading was interrupted",
        "unexpected" => "The app met a fault of its own",
        _ => reason,
    };
}
