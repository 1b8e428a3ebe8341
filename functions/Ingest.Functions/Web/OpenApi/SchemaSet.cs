using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>Schemas of what the API writes, taken from the serialisers that write it; each record stands once, under its
/// name.</summary>
/// <remarks>Records are open: what a later version adds breaks no client. Every property that is always written is
/// required, whether or not it may be null.</remarks>
internal sealed class SchemaSet
{
    /// <summary>Where the document keeps them.</summary>
    public const string Place = "#/components/schemas/";

    private readonly JsonSchemaExporterOptions options;

    // What stands at the exporter's own pointers, which begin at the root that it is given.
    private readonly Dictionary<string, JsonNode> exported = [];

    public SchemaSet() => options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>The schemas by name.</summary>
    public SortedDictionary<string, JsonObject> Components { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a type, with all that it is made of.</summary>
    public SchemaSet With(JsonTypeInfo type)
    {
        exported.Clear();
        type.GetJsonSchemaAsNode(options);
        return this;
    }

    /// <summary>A reference to one of them.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = Place + name };

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var node = schema["$ref"] is { } pointer ? exported[pointer.GetValue<string>()].DeepClone() : schema;
        var result = context.TypeInfo.Kind == JsonTypeInfoKind.Object ? RecordOf(context, node) : ValueOf(context, node.AsObject());
        exported["#" + string.Concat(context.Path.ToArray().Select(step => "/" + step))] = result.DeepClone();
        return result;
    }

    private static JsonObject ValueOf(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (context.PropertyInfo is { } property && (IsOptional(property) || IsOfTypeParameter(property)))
        {
            NeverNull(schema);
        }

        if (schema.ContainsKey("enum"))
        {
            schema.Insert(0, "type", "string");
        }

        return Noted(context, schema);
    }

    private JsonObject RecordOf(JsonSchemaExporterContext context, JsonNode schema)
    {
        var name = SchemaNames.Of(context.TypeInfo.Type);
        if (!schema.AsObject().ContainsKey("$ref") && schema["anyOf"]?[0]?["$ref"]?.GetValue<string>() != Place + name)
        {
            Components.TryAdd(name, Record(context, name, schema.DeepClone().AsObject()));
        }

        var isNullable = context.PropertyInfo is { IsGetNullable: true } property && !IsOptional(property);
        return Noted(context, isNullable
            ? new() { ["anyOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "null" }) }
            : Reference(name));
    }

    private static JsonObject Record(JsonSchemaExporterContext context, string name, JsonObject schema)
    {
        schema.Remove("type");
        schema.Insert(0, "type", "object");
        if (context.TypeInfo.PolymorphismOptions is { } kinds)
        {
            schema["discriminator"] = DiscriminatorOf(kinds);
        }
        else
        {
            var required = context.TypeInfo.Properties.Where(property => !IsOptional(property)).Select(property => property.Name);
            var kind = context.BaseTypeInfo?.PolymorphismOptions?.TypeDiscriminatorPropertyName;
            schema["required"] = new JsonArray([.. required.Prepend(kind).OfType<string>().Select(property => (JsonNode)property)]);
        }

        SchemaNotes.Find(name)?.AddTo(schema);
        return schema;
    }

    private static JsonObject DiscriminatorOf(JsonPolymorphismOptions kinds)
    {
        var mapping = new JsonObject();
        foreach (var kind in kinds.DerivedTypes)
        {
            mapping[(string)kind.TypeDiscriminator!] = Place + SchemaNames.Of(kind.DerivedType);
        }

        return new() { ["propertyName"] = kinds.TypeDiscriminatorPropertyName, ["mapping"] = mapping };
    }

    private static JsonObject Noted(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (context.PropertyInfo is { } property)
        {
            SchemaNotes.Find($"{SchemaNames.Of(property.DeclaringType)}.{property.Name}")?.AddTo(schema);
        }

        return schema;
    }

    private static void NeverNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(type => type!.GetValue<string>()).Single(type => type != "null");
        }
    }

    // Written only where it has a value.
    private static bool IsOptional(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true;

    // Of such a one the exporter does not know whether it may be null; here it never is.
    private static bool IsOfTypeParameter(JsonPropertyInfo property) =>
        property.DeclaringType.IsGenericType && Nullable.GetUnderlyingType(property.PropertyType) is null;
}
