using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>The headers that answers carry.</summary>
internal static class Headers
{
    public static readonly Header AskAgain = CacheControl("no-cache", "It may be kept, and is asked for again with its ETag.");

    public static readonly Header NotKept = CacheControl("no-store", "It is not kept.");

    public static readonly Header StrongTag = new(
        "ETag", "ETag", "Names these very bytes; another encoding of them has another tag.", () => Matching("^\"[^\"]+\"$"));

    public static readonly Header WeakTag = new(
        "ETagWeak", "ETag", "Names what is said, however it is encoded.", () => Matching("^W/\"[^\"]+\"$"));

    public static readonly Header Location = new(
        "Location", "Location", "Where it is, relative to the host.", () => new() { ["type"] = "string", ["format"] = "uri-reference" });

    public static readonly Header RetryAfter = new(
        "Retry-After", "Retry-After", "Seconds to wait.", () => new() { ["type"] = "integer", ["minimum"] = 1 });

    public static readonly Header VaryByAccept = new(
        "VaryByAccept", "Vary", "The headers of a request that the answer depends on.", () => Matching("\\bAccept(,|$)"));

    public static readonly Header Accept = Sometimes("Accept", "The media types that are taken, where this one is not.");

    public static readonly Header AcceptEncoding = Sometimes("Accept-Encoding", "The encodings that are taken, where this one is not.");

    public static readonly Header Authenticate = Sometimes("WWW-Authenticate", "What to send.");

    /// <summary>Those that any answer may have.</summary>
    public static readonly ImmutableArray<Header> OfAll =
    [
        Sometimes("Vary", "The headers of a request that the answer depends on."),
        Sometimes("Strict-Transport-Security", "Over https: ask by https alone."),
        Sometimes("Access-Control-Allow-Origin", "Where pages of the request's origin may read it."),
        Sometimes("Access-Control-Expose-Headers", "Which headers those pages may read."),
    ];

    /// <summary>Those of every answer but 304, which leaves them to the answer that it confirms.</summary>
    public static readonly ImmutableArray<Header> OfWhole =
    [
        Always("X-Content-Type-Options", "The media type is meant.", "nosniff"),
        Always("Content-Security-Policy", "Nothing of it runs, and nothing frames it.", "default-src 'none'; frame-ancestors 'none'"),
        Always("Referrer-Policy", "Its address is told to nobody.", "no-referrer"),
        Always("Cross-Origin-Resource-Policy", "Pages of other origins embed nothing of it.", "same-origin"),
    ];

    private static Header CacheControl(string value, string description) =>
        new("Cache-Control-" + value, "Cache-Control", description, () => Constant(value));

    private static Header Always(string name, string description, string value) =>
        new(name, name, description, () => Constant(value));

    private static Header Sometimes(string name, string description) =>
        new(name, name, description, () => new() { ["type"] = "string" }, IsRequired: false);

    private static JsonObject Constant(string value) => new() { ["type"] = "string", ["const"] = value };

    private static JsonObject Matching(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };
}
