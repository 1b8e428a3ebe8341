namespace Ingest.Core.Facts.People;

/// <summary>What stands after "as" or "plays".</summary>
/// <param name="First">First token of the character's name; equal to the end of it when the character is not named.</param>
/// <param name="NameLast">One past the last token of the name.</param>
/// <param name="Last">One past the last token of the phrase.</param>
/// <param name="IsTitleRole">Whether it is "the title character".</param>
internal readonly record struct RoleSpan(int First, int NameLast, int Last, bool IsTitleRole)
{
    /// <summary>Whether the character has a name.</summary>
    public bool IsNamed => NameLast > First;
}
