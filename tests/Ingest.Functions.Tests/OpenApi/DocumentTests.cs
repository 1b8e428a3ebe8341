using System.Reflection;
using System.Text.Json;
using Ingest.Functions.Web.OpenApi;
using Ingest.OpenApiChecks;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>The document itself.</summary>
public sealed class DocumentTests
{
    private static readonly JsonElement Document = AnswerCheck.Description.Document;

    private static readonly List<HttpTriggerAttribute> Functions = [.. typeof(IngestRegistration).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))
        .Select(method => method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Where(trigger => trigger.Route!.StartsWith("api/", StringComparison.Ordinal) && trigger.Route != "api/{*path}")];

    [Fact]
    public void It_lists_the_methods_routes_and_keys_of_the_functions_and_no_others()
    {
        var described =
            from path in Document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let needsKey = operation.Value.TryGetProperty("security", out _)
            select $"{operation.Name} {path.Name} {(needsKey ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous)}";

        var real = Functions.SelectMany(trigger => trigger.Methods!.Select(
            method => $"{method} /{trigger.Route!.Replace("{*", "{", StringComparison.Ordinal)}{ActionOf(method)} {trigger.AuthLevel}"));
        Assert.Equal(real.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    // No route can tell it from a name, which takes all the rest of an address.
    private static string ActionOf(string method) => method == "post" ? "/retry" : "";

    [Fact]
    public void Every_reference_leads_somewhere_and_every_schema_is_led_to()
    {
        var references = Walk(Document)
            .Where(place => place.Name == "$ref")
            .Select(place => place.Value.GetString()!)
            .ToHashSet();

        Assert.All(references, reference => JsonPointer.Find(Document, reference));
        var schemas = Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name);
        Assert.Superset(schemas.Select(name => SchemaSet.Place + name).ToHashSet(), references);
    }

    [Fact]
    public void Every_note_is_in_it()
    {
        var schemas = Document.GetProperty("components").GetProperty("schemas");

        Assert.All(SchemaNotes.Places, place => Assert.True(
            place.Split('.') is [var name]
                ? schemas.TryGetProperty(name, out var schema) && schema.TryGetProperty("description", out _)
                : schemas.GetProperty(place.Split('.')[0]) is var record
                    && Records(record).Any(shape => shape.GetProperty("properties").TryGetProperty(place.Split('.')[1], out var property)
                        && property.TryGetProperty("description", out _)),
            place));

        // A note on a record with kinds is on what they have in common.
        IEnumerable<JsonElement> Records(JsonElement record) => record.TryGetProperty("anyOf", out var kinds)
            ? kinds.EnumerateArray().Select(kind => JsonPointer.Find(Document, kind.GetProperty("$ref").GetString()!))
            : [record];
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own()
    {
        var names = Document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString())
            .ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static IEnumerable<(string Name, JsonElement Value)> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Walk(property.Value).Prepend((property.Name, property.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        _ => [],
    };
}
