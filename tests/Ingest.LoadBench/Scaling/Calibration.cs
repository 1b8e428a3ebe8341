namespace Ingest.LoadBench.Scaling;

/// <summary>What was measured of the app, on 2 processors, Debian 12, .NET 10.0.12, 2026-11-22. Times in milliseconds of one
/// processor. The requests of a review need no figure here: the simulation makes them one by one, in the app's order, and
/// <c>bench scale census</c> counts the real ones.</summary>
internal static class Calibration
{
    /// <summary>Processor time of a review: <c>bench ingest 12</c>, 13 to 20.</summary>
    public const double ReviewCpu = 16;

    /// <summary>What Azurite takes for a request: <c>bench ingest 12</c>, 18 to 26 a review of 17 requests.</summary>
    public const double AzuriteCpu = 1.2;

    /// <summary>Processor time that a rebuild takes for one row of evidence: <c>bench scale census</c>, 0.14 to 0.21.</summary>
    public const double RowCpu = 0.15;

    /// <summary>Processor time of a profile that is asked for over HTTP: <c>bench web 1</c>, 51,500 requests/s of two
    /// processors that the load generator shares.</summary>
    public const double QueryCpu = 0.04;

    /// <summary>Rows in table <c>titles</c> of a film with so many reviews: two and ten by the first, two more by each of the
    /// next two: <c>bench scale census</c>, 1 + 1 + 13.7 a film of up to eight.</summary>
    public static int TitleRows(int reviews) => reviews == 0 ? 0 : 2 + PersonRows(reviews);

    /// <summary>Those of them by person.</summary>
    public static int PersonRows(int reviews) => reviews == 0 ? 0 : 10 + (2 * Math.Min(reviews - 1, 2));
}
