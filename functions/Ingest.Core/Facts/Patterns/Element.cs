using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ingest.Core.Facts.Patterns;

/// <summary>One step of a phrasing.</summary>
/// <param name="IsOptional">Whether it may be missing.</param>
internal abstract record Element(bool IsOptional);

/// <summary>One of several words or phrases.</summary>
internal sealed record WordsElement(ImmutableArray<string[]> Phrases, bool IsOptional) : Element(IsOptional);

/// <summary>One of a class of words.</summary>
internal sealed record ClassElement(FrozenSet<string> Members, bool IsOptional) : Element(IsOptional);

/// <summary>What the phrasing leaves open; optional parts of it have a name to be found by.</summary>
internal sealed record SlotElement(string Name, Slot Slot, bool IsOptional) : Element(IsOptional);

/// <summary>Up to so many words of any kind, but no sign other than a comma.</summary>
internal sealed record GapElement(int Most) : Element(true);

/// <summary>The start of a sentence.</summary>
internal sealed record SentenceStartElement() : Element(false);
