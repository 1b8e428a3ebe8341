namespace Ingest.Core.Facts.Patterns;

/// <summary>Reads what a slot may hold at a place of a text.</summary>
internal interface ISlotReader
{
    /// <summary>Where the slot's content that starts at a token ends; -1 where there is none.</summary>
    int End(Slot slot, int at, int limit);

    /// <summary>Whether a phrasing may begin with the slot here. At most one start for each list, or time would grow with
    /// the square of its length.</summary>
    bool CanStart(Slot slot, int at);
}
