namespace Ingest.Pages;

/// <summary>What was left out of a review, in words for people.</summary>
public static class NoteWords
{
    /// <summary>The words for a note as the API names it; a note without words is given back as it is.</summary>
    public static string Of(string note) => note switch
    {
        "pageCut" => "The page is very large: only its beginning was read.",
        "textCut" => "Its text is very long: only the beginning was read.",
        "statementsLeftOut" => "It says very much: only the first statements count.",
        "filmsLeftOut" => "It speaks of very many films: only the first ones count.",
        _ => note,
    };
}
