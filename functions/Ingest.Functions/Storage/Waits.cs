using System.Globalization;
using Azure;

namespace Ingest.Functions.Storage;

/// <summary>How long storage asks to be left alone.</summary>
internal static class Waits
{
    // Nobody is kept waiting longer, whatever an answer says.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What an answer's <c>Retry-After</c> asks for, in whole seconds; null where there is none, or a date.</summary>
    public static TimeSpan? AskedFor(Response? answer) =>
        answer is not null
        && answer.Headers.TryGetValue("Retry-After", out var text)
        && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : null;
}
