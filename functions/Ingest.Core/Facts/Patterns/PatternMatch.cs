namespace Ingest.Core.Facts.Patterns;

/// <summary>A phrasing found in a text.</summary>
/// <param name="Pattern">The phrasing.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">One past its last token.</param>
/// <param name="Slots">What its slots hold, in order.</param>
internal sealed record PatternMatch(Pattern Pattern, int First, int Last, IReadOnlyList<(string Name, int First, int Last)> Slots)
{
    /// <summary>What a slot holds, as tokens; false when the optional slot is missing.</summary>
    public bool TryGet(string name, out int first, out int last)
    {
        foreach (var slot in Slots)
        {
            if (slot.Name == name)
            {
                (first, last) = (slot.First, slot.Last);
                return true;
            }
        }

        (first, last) = (-1, -1);
        return false;
    }
}
