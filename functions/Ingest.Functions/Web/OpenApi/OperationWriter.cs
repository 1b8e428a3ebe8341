using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>Writes operations as the document has them.</summary>
internal static class OperationWriter
{
    public static JsonObject Write(Operation operation, JsonArray? security)
    {
        var json = Begin(operation, operation.Id, operation.Summary);
        if (operation.Description is { } description)
        {
            json["description"] = description;
        }

        if (!operation.Takes.IsEmpty)
        {
            json["requestBody"] = new JsonObject
            {
                ["description"] = "The page as it was published.",
                ["required"] = true,
                ["content"] = new JsonObject(operation.Takes.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject()))),
            };
        }

        return End(json, operation, response => response, security);
    }

    /// <summary>The same without bodies.</summary>
    public static JsonObject WriteHead(Operation operation, JsonArray? security)
    {
        var json = Begin(operation, operation.Id + "Head", $"{operation.Summary}: the headers alone");
        return End(json, operation, response => response with { Contents = [] }, security);
    }

    private static JsonObject Begin(Operation operation, string id, string summary)
    {
        var json = new JsonObject { ["operationId"] = id, ["summary"] = summary, ["tags"] = new JsonArray(operation.Tag) };
        if (!operation.Parameters.IsEmpty)
        {
            json["parameters"] = new JsonArray([.. operation.Parameters.Select(Write)]);
        }

        return json;
    }

    private static JsonObject End(JsonObject json, Operation operation, Func<Response, Response> change, JsonArray? security)
    {
        json["responses"] = ResponsesOf(operation, change);
        if (security is not null)
        {
            json["security"] = security;
        }

        return json;
    }

    private static JsonObject Write(Parameter parameter)
    {
        var json = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.In,
            ["description"] = parameter.Description,
            ["required"] = parameter.In == "path",
            ["schema"] = parameter.Schema(),
        };
        if (parameter.Example is { } example)
        {
            json["example"] = example.DeepClone();
        }

        return json;
    }

    private static JsonObject ResponsesOf(Operation operation, Func<Response, Response> change)
    {
        var json = new JsonObject();
        foreach (var response in operation.Responses.OrderBy(response => response.Status))
        {
            json[response.Status.ToString(CultureInfo.InvariantCulture)] = Write(change(response));
        }

        return json;
    }

    private static JsonObject Write(Response response)
    {
        var json = new JsonObject { ["description"] = response.Description, ["headers"] = HeadersOf(response) };
        if (!response.Contents.IsEmpty)
        {
            json["content"] = new JsonObject(response.Contents.Select(content => KeyValuePair.Create(content.MediaType, (JsonNode?)Write(content))));
        }

        return json;
    }

    private static JsonObject HeadersOf(Response response) => new(response.AllHeaders.Select(header => KeyValuePair.Create(
        header.Name, (JsonNode?)new JsonObject { ["$ref"] = "#/components/headers/" + header.Key })));

    private static JsonObject Write(Content content)
    {
        var json = new JsonObject { ["schema"] = content.Schema() };
        if (!content.Examples.IsEmpty)
        {
            json["examples"] = new JsonObject(content.Examples.Select(name => KeyValuePair.Create(
                name, (JsonNode?)new JsonObject { ["$ref"] = "#/components/examples/" + name })));
        }

        return json;
    }
}
