namespace Ingest.Dev.Auditing;

/// <summary>A package with a known vulnerability.</summary>
/// <param name="Package">Its name, with its version where the feed tells it.</param>
/// <param name="Severity">Of its worst vulnerability.</param>
/// <param name="Advisory">Where more is told; empty where the feed does not say.</param>
internal sealed record Finding(string Package, Severity Severity, string Advisory);
