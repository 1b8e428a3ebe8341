using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ingest.Functions.Ingestion;
using Microsoft.AspNetCore.Http;
using static Ingest.Functions.Web.OpenApi.Responses;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>All that can be asked of the API. For every GET there is a HEAD besides.</summary>
internal static class Operations
{
    private const string Get = "GET";

    private static readonly Parameter Limit = new(
        "limit", "query", "Most to give.", () => Whole(1, 100, 20), 20);

    private static readonly Parameter Continuation = new(
        "continuation", "query", "What the answer before gave, to the same query.", () => Text(4000));

    private static readonly Parameter FilmId = new(
        "id", "path", "The film's id, as a search gives it.", () => new() { ["type"] = "string", ["minLength"] = 1 }, "ember-road-1999");

    private static readonly Parameter ReviewName = new(
        "name",
        "path",
        "The name of the review's file: 1 to 1,024 characters, no control characters, no backslash, no slash at its ends and no path segment '.' or "
        + "'..'. A slash in it may be written as it is or as %2F.",
        () => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1024 },
        "ember-road.html");

    private static readonly Parameter IfNoneMatch = new(
        "If-None-Match", "header", "The ETag of what the client has already.", () => new() { ["type"] = "string" });

    public static ImmutableArray<Operation> All { get; } =
    [
        new(Get, "/api/films", "findFilms", "Films by title, person and year")
        {
            Description =
                "Each is looked for by how it begins, whatever its case, accents and punctuation; all that are given must hold. "
                + "Where no title begins so, titles that are merely misspelt are found. Without any, all films.",
            Parameters =
            [
                new("title", "query", "The beginning of one of its titles.", () => Text(200), "ember ro"),
                new("person", "query", "The beginning of the name of somebody of its cast or crew, either name first.", () => Text(200)),
                new("year", "query", "The year of its first release.", () => Whole(Parameters.FirstYear, Parameters.LastYear)),
                Limit,
                Continuation,
                IfNoneMatch,
            ],
            Responses =
            [
                Ok("Films that were found; perhaps none.", nameof(FilmList), "film-list").With(Headers.WeakTag, Headers.AskAgain),
                NotModified().With(Headers.WeakTag, Headers.AskAgain),
                WrongQuery(),
                .. OfAll(),
            ],
        },
        new(Get, "/api/films.jsonl", "exportFilms", "All films, one profile a line")
        {
            Description =
                "JSON lines, or to who accepts application/ld+json lines of schema.org's Movie. Each line is what getFilm answers, "
                + "as it was when the line was read; the lines are in an order of ids that never changes, and no id comes twice. A "
                + "film that gets another id meanwhile may be in it under either, under both or under none. "
                + "An answer that cannot be finished is broken off: a client goes on after the id of its last whole line, and has all "
                + "once an answer is empty.",
            NeedsKey = true,
            Parameters = [new("after", "query", "The id after which to begin, whether there is such a film or not.", () => Text(200))],
            Responses =
            [
                new Response(StatusCodes.Status200OK, "The profiles; perhaps none.")
                {
                    Contents = [new(LinesResult.MediaType, () => new() { ["type"] = "string" }, [])],
                }.With(Headers.NotKept, Headers.VaryByAccept),
                WrongParameter(),
                MissingKey(),
                .. OfAll(),
            ],
        },
        new(Get, "/api/films/{id}", "getFilm", "What reviews say about a film")
        {
            Description = "As JSON, or to who accepts application/ld+json as a Movie of schema.org.",
            Parameters = [FilmId, IfNoneMatch],
            Responses =
            [
                new Response(StatusCodes.Status200OK, "The film's profile.")
                {
                    Contents =
                    [
                        new(Json, () => SchemaSet.Reference("FilmProfile"), ["film-profile"]),
                        new(LinkedData.MediaType, () => SchemaSet.Reference("Movie"), ["film-movie"]),
                    ],
                }.With(Headers.StrongTag, Headers.AskAgain, Headers.VaryByAccept),
                Moved(),
                NotModified().With(Headers.StrongTag, Headers.AskAgain, Headers.VaryByAccept),
                FilmNotFound(),
                .. OfAll(),
            ],
        },
        new(Get, "/api/films/{id}/reviews", "getFilmReviews", "The reviews behind a film")
        {
            Parameters = [FilmId, IfNoneMatch],
            Responses =
            [
                Ok("The reviews that the film's profile names.", nameof(FilmReviewList), "film-reviews")
                    .With(Headers.WeakTag, Headers.AskAgain),
                Moved(),
                NotModified().With(Headers.WeakTag, Headers.AskAgain),
                FilmNotFound(),
                .. OfAll(),
            ],
        },
        new(Get, "/api/reviews", "findReviews", "Reviews and what became of them")
        {
            Parameters =
            [
                new("status", "query", "Only those of this status.", () => new()
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. ReviewApi.Told.Select(status => (JsonNode)Parameters.WordOf(status))]),
                }),
                Limit,
                Continuation,
                IfNoneMatch,
            ],
            Responses =
            [
                Ok("Reviews; perhaps none, though more may follow.", nameof(ReviewList), "review-list")
                    .With(Headers.WeakTag, Headers.AskAgain),
                NotModified().With(Headers.WeakTag, Headers.AskAgain),
                WrongQuery(),
                .. OfAll(),
            ],
        },
        new(Get, "/api/reviews/{name}", "getReview", "What became of a review, its article and its statements")
        {
            Parameters = [ReviewName, IfNoneMatch],
            Responses =
            [
                Ok("The review.", nameof(ReviewView), "review", "review-rejected", "review-failed").With(Headers.WeakTag, Headers.AskAgain),
                NotModified().With(Headers.WeakTag, Headers.AskAgain),
                WrongName(),
                ReviewNotFound(),
                .. OfAll(),
            ],
        },
        new("PUT", "/api/reviews/{name}", "putReview", "Drops a review")
        {
            Description = "The same as writing its file into the container: it is read in a moment.",
            NeedsKey = true,
            Parameters =
            [
                ReviewName,
                new("If-None-Match", "header", "*: only if there is no such file.", () => new() { ["type"] = "string" }, "*"),
                new("If-Match", "header", "Only if the file has this ETag of blob storage.", () => new() { ["type"] = "string" }),
            ],
            Takes = ["text/html", "application/xhtml+xml", "application/octet-stream"],
            Responses =
            [
                Body(StatusCodes.Status202Accepted, "The file was taken.", nameof(DropReceipt), "drop-receipt")
                    .With(Headers.Location, Headers.NotKept),
                Failure(StatusCodes.Status400BadRequest, "The name is none, or the request cannot be read.", "invalid-review-name", "bad-request"),
                MissingKey(),
                Failure(StatusCodes.Status408RequestTimeout, "The file came too slowly.", "bad-request"),
                Failure(StatusCodes.Status412PreconditionFailed, "If-Match or If-None-Match does not hold.", "precondition-failed"),
                Failure(StatusCodes.Status413PayloadTooLarge, "The file is too large.", "review-too-large"),
                Failure(
                    StatusCodes.Status415UnsupportedMediaType,
                    "The file is no page, or is encoded.",
                    "media-type-not-supported",
                    "content-encoding-not-supported").With(Headers.Accept, Headers.AcceptEncoding),
                .. OfAll(),
            ],
        },
        new("DELETE", "/api/reviews/{name}", "deleteReview", "Removes a review and retracts what it says")
        {
            NeedsKey = true,
            Parameters = [ReviewName],
            Responses =
            [
                new Response(StatusCodes.Status204NoContent, "It is gone.").With(Headers.NotKept),
                WrongName(),
                MissingKey(),
                ReviewNotFound(),
                .. OfAll(),
            ],
        },
        new("POST", "/api/reviews/{name}/retry", "retryReview", "Reads a review again")
        {
            Description =
                "Whatever became of it: what was tried so far is forgotten, and its file is read before this is answered. Should "
                + "this end early, it is read in a moment all the same.",
            NeedsKey = true,
            Parameters = [ReviewName],
            Responses =
            [
                Ok("What became of it now.", nameof(ReviewView), "review-retried").With(Headers.NotKept),
                WrongName(),
                MissingKey(),
                ReviewNotFound(),
                Failure(StatusCodes.Status409Conflict, "It is being read already.", "review-busy").With(Headers.RetryAfter),
                .. OfAll(),
            ],
        },
        new(Get, "/api/health", "getHealth", "Whether the app can do its work, and how far it has got")
        {
            Description = "The numbers are at most a few seconds old, where there are very many reviews a little older.",
            Responses = [Ok("It can.", nameof(HealthView), "health").With(Headers.NotKept), .. OfAll()],
        },
        new(Get, "/api/openapi.json", "getOpenApi", "This document")
        {
            Parameters = [IfNoneMatch],
            Responses =
            [
                new Response(StatusCodes.Status200OK, "An OpenAPI document.")
                {
                    Contents = [new(Json, () => new() { ["type"] = "object" }, [])],
                }.With(Headers.StrongTag, Headers.AskAgain),
                NotModified().With(Headers.StrongTag, Headers.AskAgain),
                .. OfAll(),
            ],
        },
    ];

    private static Response WrongQuery() => Failure(
        StatusCodes.Status400BadRequest, "A parameter is not valid.", "invalid-parameter", "invalid-continuation");

    private static Response WrongParameter() =>
        Failure(StatusCodes.Status400BadRequest, "A parameter is not valid.", "invalid-parameter");

    private static Response WrongName() =>
        Failure(StatusCodes.Status400BadRequest, "No review can have this name.", "invalid-review-name");

    private static Response FilmNotFound() => Failure(
        StatusCodes.Status404NotFound, "No review speaks of such a film; films of nearly this id are suggested.", "film-not-found");

    private static Response ReviewNotFound() =>
        Failure(StatusCodes.Status404NotFound, "There is no such review.", "review-not-found");

    private static JsonObject Text(int most) => new() { ["type"] = "string", ["maxLength"] = most };

    private static JsonObject Whole(int least, int most, int? otherwise = null)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
        if (otherwise is not null)
        {
            schema["default"] = otherwise;
        }

        return schema;
    }
}
