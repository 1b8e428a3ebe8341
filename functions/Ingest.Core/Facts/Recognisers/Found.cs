using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>A statement with the film it is about and the token where it stands.</summary>
internal sealed record Found(Film Film, int Token, Statement Statement);
