using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Whose sum it is.</summary>
/// <param name="Kind">How the sentence says it.</param>
/// <param name="Film">The film, where a title says it.</param>
internal readonly record struct FigureOwner(FigureOwnerKind Kind, Film? Film = null);
