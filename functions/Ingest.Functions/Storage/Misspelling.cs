namespace Ingest.Functions.Storage;

/// <summary>Tells whether one text is likely a misspelling of another.</summary>
internal static class Misspelling
{
    private const int MaxLength = 100;
    private const int LongEnoughForTwo = 8;
    private const int LongEnoughForBeginnings = 8;

    /// <summary>
    /// Number of letters that are wrong, missing, too many or swapped with their neighbour: at most one in a short text, two
    /// in a longer one, else null. What was typed may be the beginning of the other, when it is long enough to tell.
    /// </summary>
    public static int? Distance(string typed, string meant)
    {
        if (typed.Length > MaxLength)
        {
            return null;
        }

        var allowed = typed.Length >= LongEnoughForTwo ? 2 : 1;
        var mayEndEarly = typed.Length >= LongEnoughForBeginnings;
        if (!mayEndEarly && Math.Abs(meant.Length - typed.Length) > allowed)
        {
            return null;
        }

        // Nothing behind this can be part of a match.
        var other = meant.AsSpan(0, Math.Min(meant.Length, typed.Length + allowed + 1));
        var distance = LastRow(typed, other, out var best);
        var found = mayEndEarly ? best : other.Length == meant.Length ? distance : int.MaxValue;
        return found <= allowed ? found : null;
    }

    private static int LastRow(string typed, ReadOnlySpan<char> other, out int best)
    {
        var width = other.Length + 1;
        int[] before = new int[width], last = new int[width], row = new int[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var change = typed[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && typed[i - 1] == other[j - 2] && typed[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        best = last.Min();
        return last[^1];
    }
}
