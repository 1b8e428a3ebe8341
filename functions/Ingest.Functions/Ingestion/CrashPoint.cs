using System.Diagnostics;
using System.Globalization;

namespace Ingest.Functions.Ingestion;

/// <summary>
/// Places of ingestion at which a test lets the process die, as a power cut would, by the variable
/// <c>INGEST_CRASH_AT</c>: a name of these, or <c>NAME#3</c> for the third time that the place is passed.
/// </summary>
/// <remarks>Compiled out of Release.</remarks>
internal static class CrashPoint
{
    /// <summary>The review is claimed, its file not read yet.</summary>
    public const string Claimed = "claimed";

    /// <summary>The file is read and understood, nothing of it is stored.</summary>
    public const string Judged = "judged";

    /// <summary>The record says what is going to be written.</summary>
    public const string Intended = "intended";

    /// <summary>The article and its statements are stored.</summary>
    public const string ReadingWritten = "reading-written";

    /// <summary>What the review says in one title group is stored.</summary>
    public const string EvidenceWritten = "evidence-written";

    /// <summary>A title group's row says which rows are being written.</summary>
    public const string RowsRegistered = "rows-registered";

    /// <summary>One of these rows is written.</summary>
    public const string RowWritten = "row-written";

    /// <summary>All of these rows are written, the title group's row does not say so yet.</summary>
    public const string RowsWritten = "rows-written";

    /// <summary>The title group is built.</summary>
    public const string GroupBuilt = "group-built";

    /// <summary>Everything is done but to say so in the record.</summary>
    public const string Completing = "completing";

    /// <summary>The record is complete, nobody has heard of it yet.</summary>
    public const string Completed = "completed";

    private static readonly (string Name, int Times) Chosen = Parse(Environment.GetEnvironmentVariable("INGEST_CRASH_AT") ?? "");
    private static int passed;

    /// <summary>All of them, in the order in which an ingestion passes them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Claimed, Judged, Intended, ReadingWritten, EvidenceWritten, RowsRegistered, RowWritten, RowsWritten, GroupBuilt,
        Completing, Completed,
    ];

    /// <summary>Passes a place.</summary>
    [Conditional("DEBUG")]
    public static void Pass(string name)
    {
        if (name == Chosen.Name && Interlocked.Increment(ref passed) == Chosen.Times)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private static (string Name, int Times) Parse(string chosen)
    {
        var hash = chosen.IndexOf('#', StringComparison.Ordinal);
        return hash < 0
            ? (chosen, 1)
            : (chosen[..hash], int.Parse(chosen.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
