using System.Diagnostics.CodeAnalysis;

namespace Ingest.Functions.Ingestion;

/// <summary>The name of a review: its blob's name, as storage lists it. Never empty.</summary>
/// <remarks>
/// Equal when the texts are equal, ordinally. Storage may list names that it cannot be asked for: clients tidy them away into
/// the name of another blob, even of another container (<c>../x</c>), or no request can carry them. Such a name is not
/// <see cref="IsUsable"/>: its review has a record that says so, and its blob is never touched.
/// </remarks>
internal sealed record ReviewName
{
    private const int MaxLength = 1024;
    private const int MaxSegments = 254;

    private ReviewName(string value) => (Value, Flaw) = (value, FlawOf(value));

    /// <summary>The blob's name.</summary>
    public string Value { get; }

    /// <summary>Why no blob can be asked for by this name, as the object of "the name has"; null when one can.</summary>
    public string? Flaw { get; }

    /// <summary>Whether a blob can be asked for by this name, and no other one is meant by it.</summary>
    public bool IsUsable => Flaw is null;

    /// <summary>The name that storage lists, usable or not.</summary>
    public static ReviewName Listed(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new ReviewName(text);
    }

    /// <summary>The usable name that a text is, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ReviewName? name)
    {
        name = text is { Length: > 0 } && Listed(text) is { IsUsable: true } usable ? usable : null;
        return name is not null;
    }

    /// <summary>The usable name that a text is.</summary>
    /// <exception cref="FormatException">The text is no usable name of a review.</exception>
    public static ReviewName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException("The text is no usable name of a review.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? FlawOf(string text) =>
        text.Length > MaxLength ? "more than 1,024 characters"
        : text.Any(char.IsControl) ? "a control character"
        : text.Contains('\\', StringComparison.Ordinal) ? "a backslash"
        : text[0] == '/' || text[^1] == '/' ? "a slash at its beginning or end"
        : !IsCharacters(text) ? "something that is no character"
        : FlawOf(text.Split('/'));

    private static string? FlawOf(string[] segments) =>
        segments.Length > MaxSegments ? "more than 254 path segments"
        : segments.Any(segment => segment is "." or "..") ? "a path segment '.' or '..'"
        : null;

    // Listings are XML, which has neither half surrogate pairs nor these two code points: one such name would end them all.
    private static bool IsCharacters(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\uFFFE' or '\uFFFF'
                || (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at]))))
            {
                return false;
            }
        }

        return true;
    }
}
