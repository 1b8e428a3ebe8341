namespace Ingest.Pages;

/// <summary>What the page shows when something went wrong.</summary>
/// <param name="Reference">What to tell the people who run the app, such as an invocation's id; null where there is none.</param>
public sealed record ErrorView(string? Reference);
