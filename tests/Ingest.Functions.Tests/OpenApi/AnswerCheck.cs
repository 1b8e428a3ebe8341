using System.Collections.Concurrent;
using System.Text.Json;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Web.OpenApi;
using Ingest.OpenApiChecks;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Holds every answer of the functions to the API's description.</summary>
internal static class AnswerCheck
{
    private static readonly ConcurrentDictionary<(string Schema, string Json), bool> Bodies = new();

    public static ApiDescription Description { get; } = new(OpenApiDocument.Create());

    /// <summary>Bodies that were found valid so far, with the places of their schemas.</summary>
    public static ICollection<(string Schema, string Json)> Collected => Bodies.Keys;

    /// <summary>Fails if an answer is not as the document says.</summary>
    public static void Check(Answer answer)
    {
        var target = answer.Request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var seen = new ApiAnswer(answer.Request.Method, target, answer.Status, answer.Headers, answer.Bytes);
        var errors = Description.Check(seen);
        Assert.True(
            errors.Count == 0,
            $"{seen.Method} {seen.Target} -> {seen.Status} is not as the document says:\n{string.Join('\n', errors)}");
        if (Description.SchemaOf(seen) is { } schema)
        {
            Bodies.TryAdd((schema, JsonSerializer.Serialize(seen.Json())), true);
        }
    }
}
