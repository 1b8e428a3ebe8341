using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Errors as RFC 9457 problem details. A type never changes its meaning.</summary>
internal static class Problem
{
    public const string MediaType = "application/problem+json";

    public static ApiResult InvalidParameter(string parameter, string detail) =>
        Of(StatusCodes.Status400BadRequest, "invalid-parameter", $"The parameter '{parameter}' is not valid", detail);

    public static ApiResult InvalidContinuation() => Of(
        StatusCodes.Status400BadRequest,
        "invalid-continuation",
        "The parameter 'continuation' is not valid",
        "It takes what an earlier answer to the same query gave.");

    public static ApiResult InvalidName() => Of(
        StatusCodes.Status400BadRequest,
        "invalid-review-name",
        "This is no name of a review",
        "A name has 1 to 1,024 characters in at most 254 path segments, none of them '.' or '..', no control character, no backslash, and no slash at its ends.");

    public static ApiResult FilmNotFound(string id, ImmutableArray<FilmItem> suggestions) => Of(
        StatusCodes.Status404NotFound,
        "film-not-found",
        "There is no such film",
        $"No review speaks of a film with the id '{id}'.",
        suggestions);

    public static ApiResult ReviewNotFound(string name) =>
        Of(StatusCodes.Status404NotFound, "review-not-found", "There is no such review", $"No review has the name '{name}'.");

    public static ApiResult PreconditionFailed() => Of(
        StatusCodes.Status412PreconditionFailed,
        "precondition-failed",
        "The review is not in the state asked for",
        "If-Match or If-None-Match does not hold.");

    public static ApiResult TooLarge(long limit) => Of(
        StatusCodes.Status413PayloadTooLarge, "review-too-large", "The file is too large", $"The largest file that is read has {limit} bytes.");

    public static ApiResult EncodedContent() => Of(
        StatusCodes.Status415UnsupportedMediaType,
        "content-encoding-not-supported",
        "The body is encoded",
        "Send the page itself, without Content-Encoding.").With("Accept-Encoding", "identity");

    public static ApiResult WrongMediaType(string accepted) => Of(
        StatusCodes.Status415UnsupportedMediaType,
        "media-type-not-supported",
        "The body is no HTML page",
        $"Send the page as one of: {accepted}.").With("Accept", accepted);

    public static ApiResult MissingKey(string header, string parameter) => Of(
        StatusCodes.Status401Unauthorized,
        "missing-key",
        "The function key is missing or wrong",
        $"Send it in the header {header} or as ?{parameter}=.").With("WWW-Authenticate", $"FunctionKey header=\"{header}\"");

    public static ApiResult AddressNotFound(string path) => Of(
        StatusCodes.Status404NotFound, "not-found", "There is nothing here", $"The app has nothing at '{path}'.");

    public static ApiResult MethodNotAllowed(string method, string allowed) => Of(
        StatusCodes.Status405MethodNotAllowed,
        "method-not-allowed",
        "The method is not allowed here",
        $"This address takes {allowed}, not {method}.").With("Allow", allowed);

    public static ApiResult ReviewBusy(string name) => Of(
        StatusCodes.Status409Conflict,
        "review-busy",
        "The review is being read",
        $"Somebody is reading '{name}' already; look at its status in a moment.").With("Retry-After", "5");

    public static ApiResult StorageUnavailable(TimeSpan? retryAfter = null) => Of(
        StatusCodes.Status503ServiceUnavailable,
        "storage-unavailable",
        "Storage does not answer as it should",
        "Try again in a moment.").With(
            "Retry-After", Math.Max(5, (retryAfter ?? default).TotalSeconds).ToString("0", CultureInfo.InvariantCulture));

    public static ApiResult Unexpected() =>
        Of(StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong", "The failure was logged.");

    public static ApiResult BadRequest(int status) =>
        Of(status, "bad-request", "The request cannot be read", "Its headers or its body break the rules of HTTP.");

    private static ApiResult Of(
        int status, string type, string title, string detail, ImmutableArray<FilmItem>? suggestions = null)
    {
        var problem = new ProblemBody($"urn:ingest:problem:{type}", title, status, detail, suggestions);
        var json = JsonSerializer.SerializeToUtf8Bytes(problem, WebJson.Instance.ProblemBody);
        return new ApiResult(status, MediaType, json).With("Cache-Control", "no-store");
    }
}
