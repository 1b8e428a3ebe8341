using System.Text.Json.Nodes;

namespace Ingest.Azure.Tests.Resources;

/// <summary>All that would be deployed.</summary>
/// <param name="main">Resources and outputs of main.bicep, worked out.</param>
/// <param name="events">The same of events.bicep.</param>
/// <param name="mainTemplate">main.bicep compiled, modules included.</param>
/// <param name="eventsTemplate">events.bicep compiled.</param>
internal sealed class Deployment(JsonObject main, JsonObject events, JsonObject mainTemplate, JsonObject eventsTemplate)
{
    public IEnumerable<JsonObject> Templates => Nested(mainTemplate).Concat(Nested(eventsTemplate));

    public JsonObject EventsTemplate => eventsTemplate;

    public JsonObject MainTemplate => mainTemplate;

    public IEnumerable<JsonObject> Resources =>
        Of(main, "predictedResources").Concat(Of(events, "predictedResources"));

    public IEnumerable<JsonObject> OfType(string type) => Resources.Where(resource => (string)resource["type"]! == type);

    /// <summary>Last segments of the names of all resources of a type.</summary>
    public IEnumerable<string> NamesOf(string type) => OfType(type).Select(resource => ((string)resource["name"]!).Split('/')[^1]);

    /// <summary>The app's settings; a value that is known only when deployed is an expression in brackets.</summary>
    public IReadOnlyDictionary<string, string> AppSettings()
    {
        var union = ArmExpression.Parse((string)Assert.Single(OfType("Microsoft.Web/sites/config"))["properties"]!);
        Assert.Equal("union", union.Name);
        var settings = new Dictionary<string, string>();
        foreach (var part in union.Arguments!.Where(part => part.Name == "createObject"))
        {
            for (var at = 0; at < part.Arguments!.Count; at += 2)
            {
                var value = part.Arguments[at + 1];
                settings[part.Arguments[at].Name] = value.IsText ? value.Name : $"[{value.Name}{value.Rest}]";
            }
        }

        return settings;
    }

    /// <summary>The same deployment with something changed, for trying out a check.</summary>
    public Deployment Changed(Action<Deployment> change)
    {
        var changed = new Deployment(Clone(main), Clone(events), Clone(mainTemplate), Clone(eventsTemplate));
        change(changed);
        return changed;
    }

    private static IEnumerable<JsonObject> Nested(JsonObject template)
    {
        yield return template;
        foreach (var resource in template["resources"] is JsonObject named ? named.Select(entry => entry.Value!.AsObject()) : Of(template, "resources"))
        {
            if (resource["properties"] is JsonObject properties && properties["template"] is JsonObject inner)
            {
                foreach (var further in Nested(inner))
                {
                    yield return further;
                }
            }
        }
    }

    private static IEnumerable<JsonObject> Of(JsonObject parent, string list) =>
        (parent[list]?.AsArray() ?? []).Select(item => item!.AsObject());

    private static JsonObject Clone(JsonObject node) => node.DeepClone().AsObject();
}
