namespace Ingest.Local.Functions;

/// <summary>One function of the hosted assembly.</summary>
/// <param name="Name">Unique in the assembly.</param>
/// <param name="Disabled">Whether the settings switch it off.</param>
internal abstract record LocalFunction(string Name, bool Disabled);
