using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>Answers that several operations have in common.</summary>
internal static class Responses
{
    public const string Json = "application/json";

    // What cannot be shown: one is another server's answer, the other depends on what was sent.
    private static readonly string[] WithoutExample = ["missing-key", "bad-request"];

    /// <summary>200 with a record.</summary>
    public static Response Ok(string description, string schema, params ImmutableArray<string> examples) =>
        Body(StatusCodes.Status200OK, description, schema, examples);

    /// <summary>A record as JSON.</summary>
    public static Response Body(int status, string description, string schema, params ImmutableArray<string> examples) =>
        new(status, description) { Contents = [new(Json, () => SchemaSet.Reference(schema), examples)] };

    /// <summary>The same as the client has already.</summary>
    public static Response NotModified() => new(StatusCodes.Status304NotModified, "It is what If-None-Match names.");

    /// <summary>The film has got another id.</summary>
    public static Response Moved() => new Response(StatusCodes.Status301MovedPermanently, "The film has got another id.")
        .With(Headers.Location, Headers.AskAgain);

    /// <summary>No key, or another.</summary>
    public static Response MissingKey() =>
        Failure(
            StatusCodes.Status401Unauthorized,
            "The function key is missing or wrong. In Azure the host answers so itself, without a body and without the headers.",
            "missing-key").With(Headers.Authenticate);

    /// <summary>Problem details.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="description">When.</param>
    /// <param name="types">The types that it may be of.</param>
    public static Response Failure(int status, string description, params ImmutableArray<string> types) =>
        new(status, description)
        {
            Contents =
            [
                new(
                    Web.Problem.MediaType,
                    () => ProblemOf(status, types),
                    [.. types.Except(WithoutExample).Select(type => "problem-" + type)]),
            ],
            Headers = [Headers.NotKept],
        };

    /// <summary>What any operation may answer.</summary>
    public static ImmutableArray<Response> OfAll() =>
    [
        Failure(StatusCodes.Status500InternalServerError, "Something went wrong, and was logged.", "unexpected"),
        Failure(StatusCodes.Status503ServiceUnavailable, "Storage does not answer as it should.", "storage-unavailable")
            .With(Headers.RetryAfter),
    ];

    private static JsonObject ProblemOf(int status, ImmutableArray<string> types) => new()
    {
        ["allOf"] = new JsonArray(
            SchemaSet.Reference("Problem"),
            new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["type"] = new JsonObject { ["enum"] = new JsonArray([.. types.Select(type => (JsonNode)("urn:ingest:problem:" + type))]) },
                    ["status"] = new JsonObject { ["const"] = status },
                },
            }),
    };
}
