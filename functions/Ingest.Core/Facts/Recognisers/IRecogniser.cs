namespace Ingest.Core.Facts.Recognisers;

/// <summary>Finds one kind of statement in an article.</summary>
internal interface IRecogniser
{
    /// <summary>Everything it finds. Time grows with the length of the text.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="known">What recognisers before it in the list have found.</param>
    IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known);
}
