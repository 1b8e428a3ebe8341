namespace Ingest.Dev.Auditing;

/// <summary>How bad a vulnerability is, in the words of NuGet; npm says info for less than low.</summary>
internal enum Severity
{
    Info,
    Low,
    Moderate,
    High,
    Critical,
}
