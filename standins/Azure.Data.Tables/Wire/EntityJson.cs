using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Rows as the service's JSON, with a type annotation wherever JSON cannot tell the type.</summary>
internal static class EntityJson
{
    private const string Annotation = "@odata.type";
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The row's JSON, without Timestamp and ETag, which only the service sets.</summary>
    /// <exception cref="NotSupportedException">A value's type is none of the service's, or a time is not UTC.</exception>
    public static byte[] Write(ITableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString(nameof(entity.PartitionKey), entity.PartitionKey);
            writer.WriteString(nameof(entity.RowKey), entity.RowKey);
            var properties = entity is IDictionary<string, object> dictionary
                ? dictionary
                : EntityType.Of(entity.GetType()).Read(entity);
            foreach (var (name, value) in properties)
            {
                if (!IsSystem(name))
                {
                    WriteProperty(writer, name, value);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>One row of a response.</summary>
    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var values = Values(json);
        var entity = Activator.CreateInstance<T>();
        if (entity is IDictionary<string, object> dictionary)
        {
            foreach (var (name, value) in values)
            {
                dictionary[name] = value;
            }

            return entity;
        }

        entity.PartitionKey = values.GetValueOrDefault(nameof(entity.PartitionKey)) as string;
        entity.RowKey = values.GetValueOrDefault(nameof(entity.RowKey)) as string;
        entity.Timestamp = values.GetValueOrDefault(nameof(entity.Timestamp)) as DateTimeOffset?;
        entity.ETag = values.GetValueOrDefault(TableEntity.ETagKey) is string etag ? new ETag(etag) : default;
        EntityType.Of(typeof(T)).Write(entity, values);
        return entity;
    }

    private static bool IsSystem(string name) =>
        name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or nameof(ITableEntity.Timestamp)
            or TableEntity.ETagKey;

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case string text:
                writer.WriteString(name, text);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long or ulong:
                WriteTyped(writer, name, "Edm.Int64", string.Create(CultureInfo.InvariantCulture, $"{value}"));
                break;
            case double number when double.IsFinite(number):
                writer.WriteString(name + Annotation, "Edm.Double");
                writer.WriteNumber(name, number);
                break;
            case double number:
                WriteTyped(writer, name, "Edm.Double", NotFinite(number));
                break;
            case DateTimeOffset time:
                WriteTyped(writer, name, "Edm.DateTime", ODataLiteral.Utc(time.UtcDateTime));
                break;
            case DateTime { Kind: DateTimeKind.Utc } time:
                WriteTyped(writer, name, "Edm.DateTime", ODataLiteral.Utc(time));
                break;
            case DateTime:
                throw new NotSupportedException($"The time of '{name}' is not UTC; the table service stores UTC only.");
            case Guid id:
                WriteTyped(writer, name, "Edm.Guid", id.ToString("D"));
                break;
            case byte[] bytes:
                WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(data.ToMemory().Span));
                break;
            default:
                throw new NotSupportedException($"The table service has no type for '{name}', a {value.GetType()}.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteString(name + Annotation, type);
        writer.WriteString(name, value);
    }

    private static string NotFinite(double number) =>
        double.IsNaN(number) ? "NaN" : double.IsPositive(number) ? "Infinity" : "-Infinity";

    private static Dictionary<string, object> Values(JsonElement json)
    {
        var types = new Dictionary<string, string>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(Annotation, StringComparison.Ordinal))
            {
                types[property.Name[..^Annotation.Length]] = property.Value.GetString();
            }
        }

        var values = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == TableEntity.ETagKey || !property.Name.Contains("odata.", StringComparison.Ordinal))
            {
                var type = property.Name == nameof(ITableEntity.Timestamp) ? "Edm.DateTime" : types.GetValueOrDefault(property.Name);
                values[property.Name] = Value(property.Value, type);
            }
        }

        return values;
    }

    private static object Value(JsonElement json, string type) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when type == "Edm.Double" => json.GetDouble(),
        JsonValueKind.Number when type == "Edm.Int64" => json.GetInt64(),
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => Text(json.GetString(), type),
        _ => throw new NotSupportedException($"The table service wrote a value of kind {json.ValueKind}."),
    };

    private static object Text(string text, string type) => type switch
    {
        null or "Edm.String" => text,
        "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.Int32" => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        "Edm.Boolean" => bool.Parse(text),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.Binary" => Convert.FromBase64String(text),
        _ => throw new NotSupportedException($"The table service wrote a value of the unknown type {type}."),
    };
}
