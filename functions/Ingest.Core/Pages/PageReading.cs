namespace Ingest.Core.Pages;

/// <summary>A page, or the reason why the bytes are none.</summary>
public sealed record PageReading(Page? Page, Rejection? Rejection);
