using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ingest.Functions.Tests.Web;

/// <summary>Checks JSON-LD by the vocabulary of schema.org, of which the file schema-org.json is a part.</summary>
internal static partial class SchemaOrg
{
    private static readonly JsonElement Types = ReadTypes();

    /// <summary>What is wrong with a document of one thing; nothing when it is valid.</summary>
    public static IEnumerable<string> Errors(JsonElement document)
    {
        var errors = ErrorsOfThing(document, "", null);
        return document.TryGetProperty("@context", out var context) && context.ValueEquals("https://schema.org")
            ? errors
            : errors.Append("The context is not https://schema.org.");
    }

    // A role stands in the place of a property's value and has the value under the same property.
    private static IEnumerable<string> ErrorsOfThing(JsonElement thing, string path, string? asRoleOf)
    {
        if (!thing.TryGetProperty("@type", out var named) || !Types.TryGetProperty(named.GetString()!, out _))
        {
            return [$"{path} is of no known type."];
        }

        var type = named.GetString()!;
        var errors = thing.EnumerateObject()
            .GroupBy(property => property.Name)
            .Where(group => group.Count() > 1)
            .Select(group => $"{path}/{group.Key} stands twice.");
        foreach (var property in thing.EnumerateObject().Where(property => property.Name is not ("@type" or "@context")))
        {
            var place = $"{path}/{property.Name}";
            var ranges = property.Name == "@id" ? ["URL"]
                : RangesOf(type, property.Name) ?? (property.Name == asRoleOf ? RangesOf("Movie", asRoleOf) : null);
            errors = errors.Concat(ranges is null
                ? [$"{place}: a {type} has no such property."]
                : ValuesOf(property.Value).SelectMany(value => ErrorsOfValue(value, ranges, place, property.Name)));
        }

        return asRoleOf is not null && !thing.TryGetProperty(asRoleOf, out _) ? errors.Append($"{path}: a role of nobody.") : errors;
    }

    private static IEnumerable<string> ErrorsOfValue(JsonElement value, string[] ranges, string path, string property)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var type = value.TryGetProperty("@type", out var named) ? named.GetString()! : "";
            var isRole = KindsOf(type).Contains("Role");
            return isRole || KindsOf(type).Intersect(ranges).Any()
                ? ErrorsOfThing(value, path, isRole ? property : null)
                : [$"{path}: a {type} where {string.Join(" or ", ranges)} belongs."];
        }

        return value.ValueKind == JsonValueKind.String && ranges.Any(range => IsOf(value.GetString()!, range))
            ? []
            : [$"{path}: {value} is no {string.Join(" or ", ranges)}."];
    }

    private static List<JsonElement> ValuesOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsOf(string text, string range) => range switch
    {
        "Text" => text.Trim().Length > 0,
        "URL" => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
        "Date" => IsoDate().IsMatch(text),
        "Duration" => IsoDuration().IsMatch(text),
        _ => false,
    };

    private static string[]? RangesOf(string type, string property) => KindsOf(type)
        .Select(kind => Types.GetProperty(kind).GetProperty("properties").TryGetProperty(property, out var ranges) ? ranges : default)
        .Where(ranges => ranges.ValueKind == JsonValueKind.Array)
        .Select(ranges => ranges.EnumerateArray().Select(range => range.GetString()!).ToArray())
        .FirstOrDefault();

    private static IEnumerable<string> KindsOf(string? type)
    {
        while (type is not null && Types.TryGetProperty(type, out var definition))
        {
            yield return type;
            type = definition.TryGetProperty("kindOf", out var wider) ? wider.GetString() : null;
        }
    }

    private static JsonElement ReadTypes()
    {
        using var file = typeof(SchemaOrg).Assembly.GetManifestResourceStream("schema-org.json")!;
        return JsonDocument.Parse(file).RootElement.GetProperty("types").Clone();
    }

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^PT\d+M$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();
}
