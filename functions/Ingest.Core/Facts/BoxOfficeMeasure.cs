namespace Ingest.Core.Facts;

/// <summary>What a box office figure counts.</summary>
public enum BoxOfficeMeasure
{
    /// <summary>Money taken in.</summary>
    Gross,

    /// <summary>Tickets sold.</summary>
    Admissions,

    /// <summary>Money taken in on the opening weekend.</summary>
    OpeningWeekend,
}
