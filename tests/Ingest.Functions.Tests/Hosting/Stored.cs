using System.Text;
using Ingest.Chaos.State;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests;

/// <summary>What a test's app has stored, and what it should have, as lines of text that can be compared.</summary>
internal static class Stored
{
    /// <inheritdoc cref="StoredState.ReadAsync"/>
    public static Task<List<string>> ReadAsync(TestApp app) => StoredState.ReadAsync(app.Storage);

    /// <inheritdoc cref="StoredState.Expected"/>
    public static List<string> Expected(IReadOnlyDictionary<string, string> files, Reader? reader = null) => StoredState.Expected(
        files.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))), reader ?? Pages.Reader);
}
