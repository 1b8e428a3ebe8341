namespace Azure.Data.Tables;

/// <summary>One step of an entity group transaction.</summary>
public class TableTransactionAction
{
    /// <param name="actionType">What is done.</param>
    /// <param name="entity">The row; all rows of a transaction share a partition key, and none appears twice.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <param name="actionType">What is done.</param>
    /// <param name="entity">The row; all rows of a transaction share a partition key, and none appears twice.</param>
    /// <param name="etag">The version asked for (If-Match). The default asks for none: a delete is then unconditional,
    /// and an update writes the row even where there was none.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What is done.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version asked for, or the default.</summary>
    public ETag ETag { get; }
}
