namespace Ingest.Core.Films.Merging;

/// <summary>Where a figure was taken in.</summary>
internal static class Territory
{
    /// <summary>The territory of the whole world.</summary>
    public const string Worldwide = "worldwide";

    /// <summary>The same text for the same territory; empty where it is not stated.</summary>
    public static string KeyOf(string? territory) => Folding.Fold(territory ?? "").Trim();
}
