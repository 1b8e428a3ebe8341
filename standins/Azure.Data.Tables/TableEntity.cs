using System.Collections;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its properties, the key, Timestamp and ETag among them.</summary>
/// <remarks>
/// Values: string, bool, int, long, double, <see cref="DateTimeOffset"/> or UTC <see cref="DateTime"/>, <see cref="Guid"/>,
/// byte[] or <see cref="BinaryData"/>; times read back are <see cref="DateTimeOffset"/>, binaries byte[]. A value that is set
/// over another keeps the first one's type: int goes into long and double, text and times go into each other, and what
/// cannot be converted throws <see cref="InvalidOperationException"/>. Reading with the wrong type throws it too.
/// </remarks>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagKey = "odata.etag";
    private readonly Dictionary<string, object> _values;

    /// <summary>A row without a key yet.</summary>
    public TableEntity() => _values = [];

    /// <param name="partitionKey">First part of the key.</param>
    /// <param name="rowKey">Second part of the key.</param>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <param name="values">Properties to copy, by name; null for none.</param>
    public TableEntity(IDictionary<string, object> values) => _values = values is null ? [] : new(values);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _values[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _values[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _values[nameof(Timestamp)] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(ETagKey) is { } text ? new ETag(text) : default;
        set => _values[ETagKey] = value.ToString();
    }

    /// <summary>Number of properties.</summary>
    public int Count => _values.Count;

    /// <summary>Names of the properties.</summary>
    public ICollection<string> Keys => _values.Keys;

    ICollection<object> IDictionary<string, object>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A property's value; null when there is none.</summary>
    public object this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => Set(key, value);
    }

    /// <summary>The text of a property; null when there is none.</summary>
    public string GetString(string key) => Get<string>(key);

    /// <summary>The bytes of a property; null when there is none.</summary>
    public byte[] GetBinary(string key) => _values.GetValueOrDefault(key) switch
    {
        BinaryData data => data.ToArray(),
        _ => Get<byte[]>(key),
    };

    /// <summary>The bytes of a property; null when there is none.</summary>
    public BinaryData GetBinaryData(string key) => GetBinary(key) is { } bytes ? BinaryData.FromBytes(bytes) : null;

    /// <summary>The boolean of a property; null when there is none.</summary>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>The time of a property, in UTC; null when there is none.</summary>
    public DateTime? GetDateTime(string key) => _values.GetValueOrDefault(key) switch
    {
        DateTimeOffset time => time.UtcDateTime,
        _ => Get<DateTime?>(key),
    };

    /// <summary>The time of a property; null when there is none.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) => _values.GetValueOrDefault(key) switch
    {
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time),
        _ => Get<DateTimeOffset?>(key),
    };

    /// <summary>The double of a property; null when there is none.</summary>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>The GUID of a property; null when there is none.</summary>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>The 32-bit integer of a property; null when there is none.</summary>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>The 64-bit integer of a property; null when there is none.</summary>
    public long? GetInt64(string key) => Get<long?>(key);

    /// <summary>Sets a property, as the indexer does.</summary>
    public void Add(string key, object value) => Set(key, value);

    /// <summary>Whether there is such a property.</summary>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <summary>Removes a property; false when there was none.</summary>
    public bool Remove(string key) => _values.Remove(key);

    /// <summary>Gets a property's value; false when there is none.</summary>
    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    /// <summary>Removes all properties, the key among them.</summary>
    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private T Get<T>(string key) => _values.GetValueOrDefault(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException(
            $"Property '{key}' holds a {other.GetType().Name}, not a {(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name}."),
    };

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _values[key] = value is not null && _values.TryGetValue(key, out var old) && old is not null
            ? Convert(key, old, value)
            : value;
    }

    private static object Convert(string key, object old, object value) => (old, value) switch
    {
        _ when old.GetType() == value.GetType() => value,
        (int, long or double) => value,
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (DateTimeOffset, DateTime time) => new DateTimeOffset(time),
        (DateTime, DateTimeOffset time) => time.UtcDateTime,
        (string, DateTime time) => time.ToString("o", CultureInfo.InvariantCulture),
        (string, DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture),
        (DateTime, string text) when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => time,
        (DateTimeOffset, string text) when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => throw new InvalidOperationException(
            $"Property '{key}' holds a {old.GetType().Name}; a {value.GetType().Name} does not go into it."),
    };
}
