using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>The parts of the document that stand in files.</summary>
internal static class Resources
{
    /// <summary>Reads an answer of the app that serves as an example.</summary>
    public static JsonNode Example(string name) => Read($"examples/{name}.json");

    /// <summary>Reads the schemas of what no serialiser knows: schema.org's Movie.</summary>
    public static JsonObject Movie() => Read("movie.json").AsObject();

    private static JsonNode Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream("openapi/" + name)
            ?? throw new InvalidOperationException($"The app was built without {name}.");
        return JsonNode.Parse(stream)!;
    }
}
