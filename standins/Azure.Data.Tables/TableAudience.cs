using System.ComponentModel;

namespace Azure.Data.Tables;

/// <summary>The cloud, or the resource address, that a token credential asks its token for. Compared ignoring case.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private readonly string _value;

    /// <param name="value">One of the clouds below, or an address such as <c>https://storage.azure.com</c>.</param>
    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Azure operated by 21Vianet.</summary>
    public static TableAudience AzureChina { get; } = new("AzureChina");

    /// <summary>Azure Government.</summary>
    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    /// <summary>Azure's public cloud.</summary>
    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    /// <summary>Equality of the values, ignoring case.</summary>
    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    /// <summary>Inequality of the values, ignoring case.</summary>
    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    /// <summary>A value as an audience.</summary>
    public static implicit operator TableAudience(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(TableAudience other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TableAudience other && Equals(other);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;

    /// <summary>The scope of the token, for the storage service or for Cosmos DB's table endpoint.</summary>
    internal string Scope(bool cosmos)
    {
        var product = cosmos ? "cosmos" : "storage";
        var resource = this == AzureChina ? $"https://{product}.azure.cn"
            : this == AzureGovernment ? $"https://{product}.azure.us"
            : this == AzurePublicCloud ? $"https://{product}.azure.com"
            : _value;
        return resource.EndsWith("/.default", StringComparison.OrdinalIgnoreCase)
            ? resource
            : resource.TrimEnd('/') + "/.default";
    }
}
