using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>Every text in what Core gives back.</summary>
internal static class Strings
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The texts of a value and of all it holds, with the path to each.</summary>
    public static IEnumerable<(string Path, string Text)> Of(object? value, string path) => value switch
    {
        null => [],
        string text => [(path, text)],
        IEnumerable many => many.Cast<object?>().SelectMany(one => Of(one, path)),
        _ when value.GetType().Namespace?.StartsWith("Ingest.Core", StringComparison.Ordinal) == true => PropertiesOf(value.GetType())
            .SelectMany(property => Of(property.GetValue(value), $"{path}.{property.Name}")),
        _ => [],
    };

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static of =>
        [.. of.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsPrimitive && !property.PropertyType.IsEnum)]);
}
