namespace Ingest.Functions.Tests;

/// <summary>What a worker meets from the moment at which it is taken to have died.</summary>
internal sealed class CrashException() : Exception("The worker died here.");
