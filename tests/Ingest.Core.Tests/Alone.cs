namespace Ingest.Core.Tests;

/// <summary>Tests that compare times of one run: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
