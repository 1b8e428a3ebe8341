namespace Ingest.Pages;

/// <summary>How much there is.</summary>
/// <param name="Films">Number of films.</param>
/// <param name="Ingested">Number of reviews that were read.</param>
/// <param name="Waiting">Number of files that are yet to be read.</param>
/// <param name="Rejected">Number of files that are no reviews.</param>
/// <param name="Failed">Number of files whose reading went wrong, for now.</param>
public sealed record SiteTotals(int Films, int Ingested, int Waiting, int Rejected, int Failed)
{
    /// <summary>Whether there is more than was counted.</summary>
    public bool IsMore { get; init; }
}
