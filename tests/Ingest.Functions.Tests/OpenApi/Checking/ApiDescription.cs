using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.OpenApiChecks;

/// <summary>An OpenAPI document, as what answers are held to. Its records are taken to be closed: a property that is not
/// described is an error, though clients are told to bear it.</summary>
internal sealed class ApiDescription
{
    // What a server sends of itself, or says of the body's form.
    private static readonly HashSet<string> Transport = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Date", "Keep-Alive", "Server", "Transfer-Encoding",
    };

    private readonly JsonSchema schemas;
    private readonly List<PathTemplate> paths;

    public ApiDescription(ReadOnlySpan<byte> json)
    {
        var document = JsonNode.Parse(json)!;
        ClosedRecords.Close(document);
        Document = JsonSerializer.SerializeToElement(document);
        schemas = new JsonSchema(Document);
        paths = [.. Document.GetProperty("paths").EnumerateObject().Select(path => new PathTemplate(path.Name))];
    }

    /// <summary>The document, its records closed.</summary>
    public JsonElement Document { get; }

    /// <summary>What in an answer is not as the document says; nothing of one that is no answer of the API.</summary>
    public List<string> Check(ApiAnswer answer)
    {
        if (!answer.Path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var path = PathOf(answer);
        var method = answer.Method.ToLowerInvariant();
        return path is null
            ? Undescribed.CheckPath(this, answer)
            : !PathItem(path).TryGetProperty(method, out var operation)
                ? Undescribed.CheckMethod(this, answer)
                : operation.GetProperty("responses").TryGetProperty(StatusOf(answer), out var response)
                    ? [.. CheckHeaders(response, answer), .. CheckBody(response, answer)]
                    : [$"the status {answer.Status} is not described"];
    }

    /// <summary>Where the schema of an answer's body stands; null without one.</summary>
    public string? SchemaOf(ApiAnswer answer)
    {
        if (PathOf(answer) is not { } path || answer.MediaType is not { } mediaType || answer.IsHead)
        {
            return null;
        }

        string[] steps = ["paths", path, answer.Method.ToLowerInvariant(), "responses", StatusOf(answer), "content", mediaType, "schema"];
        var place = Document;
        return steps.All(step => place.TryGetProperty(step, out place)) ? JsonPointer.Of(steps) : null;
    }

    /// <summary>What is wrong with a value.</summary>
    public IEnumerable<string> CheckValue(string schema, JsonElement value) =>
        schemas.Check(JsonPointer.Find(Document, schema), value);

    /// <summary>Required headers that are missing, headers with wrong values, and headers that are not described.</summary>
    public IEnumerable<string> CheckHeaders(JsonElement response, ApiAnswer answer)
    {
        var described = response.GetProperty("headers").EnumerateObject()
            .ToDictionary(header => header.Name, header => Resolved(header.Value), StringComparer.OrdinalIgnoreCase);
        var missing = described
            .Where(header => header.Value.GetProperty("required").GetBoolean() && !answer.Headers.ContainsKey(header.Key))
            .Select(header => $"the header {header.Key} is missing");
        var unknown = answer.Headers.Keys
            .Where(name => !described.ContainsKey(name) && !Transport.Contains(name))
            .Select(name => $"the header {name} is not described");
        var wrong = described
            .Where(header => answer.Headers.ContainsKey(header.Key))
            .SelectMany(header => CheckHeader(header.Value.GetProperty("schema"), answer.Headers[header.Key])
                .Select(error => $"the header {header.Key}:{error}"));
        return missing.Concat(unknown).Concat(wrong);
    }

    /// <summary>A response of the document by path, method and status.</summary>
    public JsonElement Response(string path, string method, string status) =>
        PathItem(path).GetProperty(method).GetProperty("responses").GetProperty(status);

    private IEnumerable<string> CheckHeader(JsonElement schema, string text)
    {
        var isNumber = schema.GetProperty("type").GetString() == "integer"
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return schemas.Check(schema, isNumber ? JsonElement.Parse(text) : JsonSerializer.SerializeToElement(text));
    }

    private IEnumerable<string> CheckBody(JsonElement response, ApiAnswer answer)
    {
        // To HEAD comes the media type of what GET gives.
        var described = answer.IsHead
            ? Response(PathOf(answer)!, "get", StatusOf(answer))
            : response;
        if (!described.TryGetProperty("content", out var contents))
        {
            return answer.Body.Length == 0 && answer.MediaType is null ? [] : [$"a body of {answer.MediaType} is not described"];
        }

        if (answer.MediaType is not { } mediaType || !contents.TryGetProperty(mediaType, out var content))
        {
            return [$"the media type '{answer.MediaType}' is not described"];
        }

        return answer.IsHead
            ? answer.Body.Length == 0 ? [] : ["a body answers HEAD"]
            : schemas.Check(content.GetProperty("schema"), answer.Json());
    }

    private string? PathOf(ApiAnswer answer) =>
        paths.Where(path => path.Matches(answer.Path)).MaxBy(path => (Has(path, answer.Method), path.Fixed))?.Text;

    // Of two that match, one may not have the method: a review's name may end as an address of another resource does.
    private bool Has(PathTemplate path, string method) => PathItem(path.Text).TryGetProperty(method.ToLowerInvariant(), out _);

    private JsonElement PathItem(string path) => Document.GetProperty("paths").GetProperty(path);

    private JsonElement Resolved(JsonElement header) => JsonPointer.Find(Document, header.GetProperty("$ref").GetString()!);

    private static string StatusOf(ApiAnswer answer) => answer.Status.ToString(CultureInfo.InvariantCulture);
}
