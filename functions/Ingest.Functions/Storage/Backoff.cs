namespace Ingest.Functions.Storage;

/// <summary>Waiting before a conditional write is tried again.</summary>
internal static class Backoff
{
    private const double FirstMilliseconds = 10;
    private const double LongestMilliseconds = 500;

    /// <summary>Waits a random part of a time that doubles with every attempt, so that those who met do not meet again.</summary>
    public static Task WaitAsync(int attempt, TimeProvider time, CancellationToken cancellationToken)
    {
        var longest = Math.Min(LongestMilliseconds, FirstMilliseconds * Math.Pow(2, attempt));
        return Task.Delay(TimeSpan.FromMilliseconds(longest * Random.Shared.NextDouble()), time, cancellationToken);
    }
}
