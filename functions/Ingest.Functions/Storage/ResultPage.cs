using System.Collections.Immutable;

namespace Ingest.Functions.Storage;

/// <summary>Some of a listing.</summary>
/// <param name="Items">They may be fewer than asked for, even none, though more follow.</param>
/// <param name="Continuation">What to ask on with; null at the end.</param>
internal sealed record ResultPage<T>(ImmutableArray<T> Items, string? Continuation);
