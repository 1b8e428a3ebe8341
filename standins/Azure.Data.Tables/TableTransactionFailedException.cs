using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused: nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedIndexKey = "FailedEntity";

    /// <param name="requestFailedException">The failure of the action that broke the transaction.</param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (System.Collections.DictionaryEntry entry in requestFailedException.Data)
        {
            Data[entry.Key] = entry.Value;
        }

        if (int.TryParse(Data[FailedIndexKey] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>Zero-based index of the action that broke the transaction; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
