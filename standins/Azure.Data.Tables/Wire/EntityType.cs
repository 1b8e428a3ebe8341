using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>The stored properties of a class that implements <see cref="ITableEntity"/>: its public properties, under the
/// names that [DataMember] gives, without those that [IgnoreDataMember] marks and without the four of the interface.</summary>
internal sealed class EntityType
{
    private static readonly ConcurrentDictionary<Type, EntityType> Known = new();
    private static readonly string[] SystemNames =
        [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag)];

    private readonly Dictionary<string, PropertyInfo> _properties = [];

    private EntityType(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length == 0
                && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null
                && NameOf(property) is var name
                && !SystemNames.Contains(name))
            {
                _properties[name] = property;
            }
        }
    }

    public static EntityType Of(Type type) => Known.GetOrAdd(type, static type => new EntityType(type));

    /// <summary>Name under which a property is stored.</summary>
    public static string NameOf(MemberInfo member) =>
        member.GetCustomAttribute<DataMemberAttribute>()?.Name is { Length: > 0 } given ? given : member.Name;

    /// <summary>Names and values to store; enums as the names of their members.</summary>
    public IEnumerable<KeyValuePair<string, object>> Read(object entity)
    {
        foreach (var (name, property) in _properties)
        {
            if (property.CanRead)
            {
                var value = property.GetValue(entity);
                yield return new(name, value is Enum member ? member.ToString() : value);
            }
        }
    }

    /// <summary>Sets what the class has of the stored properties.</summary>
    public void Write(object entity, Dictionary<string, object> values)
    {
        foreach (var (name, value) in values)
        {
            if (_properties.TryGetValue(name, out var property) && property.CanWrite)
            {
                property.SetValue(entity, Fit(name, value, property.PropertyType));
            }
        }
    }

    private static object Fit(string name, object value, Type wanted)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        return value switch
        {
            null => null,
            _ when type.IsInstanceOfType(value) => value,
            string text when type.IsEnum => Enum.Parse(type, text),
            int number when type == typeof(long) => (long)number,
            int number when type == typeof(double) => (double)number,
            long number when type == typeof(double) => (double)number,
            long number when type == typeof(ulong) => (ulong)number,
            DateTimeOffset time when type == typeof(DateTime) => time.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            _ => throw new InvalidOperationException(
                $"The stored '{name}' is a {value.GetType().Name}; it does not go into a {type.Name}."),
        };
    }
}
