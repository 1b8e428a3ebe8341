namespace Azure.Data.Tables.Wire;

/// <summary>Results of operations that were called with <c>async</c> false.</summary>
internal static class Synchronous
{
    /// <exception cref="InvalidOperationException">The operation did not keep its word and is still running.</exception>
    public static T Completed<T>(this ValueTask<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("A synchronous operation is still running.");
}
