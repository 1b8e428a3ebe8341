using System.Text;

namespace Ingest.Functions.Telemetry;

/// <summary>An exception as it is logged: each message on one line, only the lines of the stack below it.</summary>
/// <remarks>A storage client's messages have the answer's headers and body in them, over many lines.</remarks>
internal sealed class SafeException : Exception
{
    private const int Deepest = 8;
    private const int Longest = 4 * LogText.LongestMessage;
    private readonly string text;

    private SafeException(Exception original)
        : base(LogText.Of(original.Message))
    {
        Type = original.GetType().FullName ?? original.GetType().Name;
        StackTrace = StackOf(original);
        text = TextOf(original);
    }

    /// <summary>Full name of the original's type.</summary>
    public string Type { get; }

    public override string? StackTrace { get; }

    /// <summary>An exception, made safe; null for none.</summary>
    public static SafeException? Of(Exception? original) => original switch
    {
        null => null,
        SafeException safe => safe,
        _ => new SafeException(original),
    };

    public override string ToString() => text;

    private static string TextOf(Exception original)
    {
        var text = new StringBuilder();
        Append(text, original, 0);
        return text.Length <= Longest ? text.ToString() : $"{text.ToString(0, Longest)}…";
    }

    private static void Append(StringBuilder text, Exception original, int depth)
    {
        text.Append(original.GetType().FullName).Append(": ").Append(LogText.Of(original.Message));
        if (depth < Deepest && text.Length < Longest)
        {
            IEnumerable<Exception> causes = original is AggregateException many ? many.InnerExceptions
                : original.InnerException is { } inner ? [inner]
                : [];
            foreach (var cause in causes.Take(Deepest))
            {
                Append(text.AppendLine().Append(" ---> "), cause, depth + 1);
            }
        }

        if (StackOf(original) is { } stack)
        {
            text.AppendLine().Append(stack);
        }
    }

    // The runtime writes it, of names that compilers allow; each line is indented, as no entry of a log is.
    private static string? StackOf(Exception original) => original.StackTrace is { } stack
        ? string.Join(Environment.NewLine, stack.Split('\n').Select(line => $"   {LogText.Of(line.Trim())}"))
        : null;
}
