namespace Azure.Data.Tables;

/// <summary>What every row of a table has. A class that implements it is stored property by property.</summary>
public interface ITableEntity
{
    /// <summary>First part of the key: rows of one partition are stored together.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second part of the key, unique within its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; set by the service only.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The row's version, for If-Match.</summary>
    ETag ETag { get; set; }
}
