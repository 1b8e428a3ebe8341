namespace Ingest.Functions.Storage;

/// <summary>What the app's containers and tables are called.</summary>
internal sealed record StorageNames
{
    /// <summary>The container that reviews are dropped into. The blob triggers name it too.</summary>
    public const string DropContainer = "reviews";

    /// <summary>The container of the files as they were dropped.</summary>
    public string ReviewFiles { get; init; } = DropContainer;

    /// <summary>The container of articles and statements, one blob per reading.</summary>
    public string Articles { get; init; } = "articles";

    /// <summary>The table of the reviews' statuses.</summary>
    public string Reviews { get; init; } = "reviews";

    /// <summary>The table of what reviews say, by title group.</summary>
    public string Evidence { get; init; } = "evidence";

    /// <summary>The table of film profiles.</summary>
    public string Films { get; init; } = "films";

    /// <summary>The table that films are found in, by title and by person.</summary>
    public string Titles { get; init; } = "titles";

    /// <summary>The table of what the app knows of its own runs.</summary>
    public string State { get; init; } = "state";
}
