namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; fails where the row exists.</summary>
    Add = 0,

    /// <summary>Update, keeping properties not given.</summary>
    UpdateMerge = 1,

    /// <summary>Update, dropping properties not given.</summary>
    UpdateReplace = 2,

    /// <summary>Delete.</summary>
    Delete = 3,

    /// <summary>Insert or merge.</summary>
    UpsertMerge = 4,

    /// <summary>Insert or replace.</summary>
    UpsertReplace = 5,
}
