using Ingest.Functions.Ingestion;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>A review: what its record says, and when what happened. Times in milliseconds.</summary>
/// <param name="number">Its number, from 0.</param>
/// <param name="film">The film that it is of.</param>
/// <param name="droppedAt">When its file was dropped.</param>
internal sealed class SimulatedReview(int number, Film film, double droppedAt)
{
    public int Number => number;

    public Film Film => film;

    public double DroppedAt => droppedAt;

    /// <summary>When the film's profile first had it.</summary>
    public double? ShownAt { get; set; }

    /// <summary>Null while it has no record.</summary>
    public ReviewStatus? Status { get; set; }

    public int Attempts { get; set; }

    public double ClaimedAt { get; set; }

    /// <summary>Null where it is not tried again by itself.</summary>
    public double? NextAttemptAt { get; set; }

    /// <summary>Counts its claims.</summary>
    public int Claim { get; set; }

    /// <summary>Whether its evidence has been written.</summary>
    public bool IsStored { get; set; }

    /// <summary>Whether it was tried as often as it is by itself: it stays visible as failed.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Whether nothing is left to be done: it is in the profile, and its record says so.</summary>
    public bool IsSettled => Status == ReviewStatus.Ingested;
}
