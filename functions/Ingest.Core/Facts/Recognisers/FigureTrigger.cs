namespace Ingest.Core.Facts.Recognisers;

/// <summary>Words that tell what an amount counts.</summary>
/// <param name="Kind">As in <c>figures.txt</c>: "gross", "gross-verb", "gross-weak".</param>
/// <param name="First">The first token.</param>
/// <param name="Last">One past the last.</param>
internal readonly record struct FigureTrigger(string Kind, int First, int Last)
{
    /// <summary>What is counted.</summary>
    public string Measure => Kind.Split('-')[0];

    /// <summary>Whether it is a verb, which has a subject.</summary>
    public bool IsVerb => Kind.EndsWith("-verb", StringComparison.Ordinal) || IsWeak;

    /// <summary>Whether people and firms do it as well as films.</summary>
    public bool IsWeak => Kind.EndsWith("-weak", StringComparison.Ordinal);
}
