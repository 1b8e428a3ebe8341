using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ingest.Core;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>The API's description as OpenAPI 3.1.</summary>
internal static class OpenApiDocument
{
    private const string KeyInHeader = "functionKey";
    private const string KeyInQuery = "functionKeyInQuery";

    private const string About =
        "What film reviews say about films. Every value of a film's profile names the reviews that say it, with their sentences.\n\n"
        + "Errors are problem details of RFC 9457. A path that is not listed here answers 404 with the type "
        + "urn:ingest:problem:not-found, a method that a path does not have 405 with urn:ingest:problem:method-not-allowed and Allow. "
        + "Answers may be compressed, as Accept-Encoding says. Records may get further properties in later versions.";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Makes the document.</summary>
    public static byte[] Create()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Document().WriteTo(json);
        }

        return bytes.ToArray();
    }

    private static JsonObject Document() => new JsonObject
    {
        ["openapi"] = "3.1.1",
        ["info"] = new JsonObject
        {
            ["title"] = "Ingest",
            ["version"] = "1",
            ["description"] = About,
            ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["schemas"] = Schemas(),
            ["examples"] = Examples(),
            ["headers"] = AllHeaders(),
            ["securitySchemes"] = new JsonObject
            {
                [KeyInHeader] = KeyIn("header", "x-functions-key"),
                [KeyInQuery] = KeyIn("query", "code"),
            },
        },
    };

    private static JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var path in Operations.All.GroupBy(operation => operation.Path))
        {
            var item = new JsonObject();
            foreach (var operation in path)
            {
                item[operation.Method.ToLowerInvariant()] = OperationWriter.Write(operation, SecurityOf(operation));
                if (operation.Method == "GET")
                {
                    item["head"] = OperationWriter.WriteHead(operation, SecurityOf(operation));
                }
            }

            paths[path.Key] = item;
        }

        return paths;
    }

    private static JsonObject Schemas()
    {
        var schemas = new SchemaSet()
            .With(WebJson.Instance.ProblemBody)
            .With(WebJson.Instance.FilmList)
            .With(CoreJson.Instance.FilmProfile)
            .With(WebJson.Instance.FilmReviewList)
            .With(WebJson.Instance.ReviewList)
            .With(WebJson.Instance.ReviewView)
            .With(WebJson.Instance.DropReceipt)
            .With(WebJson.Instance.HealthView)
            .Components;
        foreach (var (name, schema) in Resources.Movie())
        {
            schemas.Add(name, schema!.DeepClone().AsObject());
        }

        return new(schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value)));
    }

    private static JsonObject Examples()
    {
        var names = Operations.All
            .SelectMany(operation => operation.Responses)
            .SelectMany(response => response.Contents)
            .SelectMany(content => content.Examples)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new(names.Select(name => KeyValuePair.Create(
            name, (JsonNode?)new JsonObject { ["value"] = Resources.Example(name) })));
    }

    private static JsonObject AllHeaders()
    {
        var headers = new JsonObject();
        var used = Operations.All.SelectMany(operation => operation.Responses).SelectMany(response => response.AllHeaders);
        foreach (var header in used.DistinctBy(header => header.Key).OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            headers[header.Key] = new JsonObject
            {
                ["description"] = header.Description,
                ["required"] = header.IsRequired,
                ["schema"] = header.Schema(),
            };
        }

        return headers;
    }

    private static JsonArray? SecurityOf(Operation operation) => operation.NeedsKey
        ? [new JsonObject { [KeyInHeader] = new JsonArray() }, new JsonObject { [KeyInQuery] = new JsonArray() }]
        : null;

    private static JsonObject KeyIn(string place, string name) => new()
    {
        ["type"] = "apiKey",
        ["in"] = place,
        ["name"] = name,
        ["description"] = "A function key of the app.",
    };
}
