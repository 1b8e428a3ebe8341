using System.Text.Json;
using Ingest.OpenApiChecks;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>An example in the document.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Schema">Where the schema is that it stands beside.</param>
/// <param name="Value">The example.</param>
internal sealed record Example(string Name, string Schema, JsonElement Value);

/// <summary>All of them.</summary>
internal static class Examples
{
    public static IEnumerable<Example> All =>
        from path in AnswerCheck.Description.Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        from response in operation.Value.GetProperty("responses").EnumerateObject()
        where response.Value.TryGetProperty("content", out _)
        from content in response.Value.GetProperty("content").EnumerateObject()
        where content.Value.TryGetProperty("examples", out _)
        from example in content.Value.GetProperty("examples").EnumerateObject()
        select new Example(
            example.Name,
            JsonPointer.Of("paths", path.Name, operation.Name, "responses", response.Name, "content", content.Name, "schema"),
            JsonPointer.Find(AnswerCheck.Description.Document, example.Value.GetProperty("$ref").GetString()!).GetProperty("value"));
}
