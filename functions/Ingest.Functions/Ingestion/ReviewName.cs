using System.Diagnostics.CodeAnalysis;

namespace Ingest.Functions.Ingestion;

/// <summary>The name of a review: its blob's name, 1 to 1,024 UTF-16 code units.</summary>
/// <remarks>Equal when the texts are equal, ordinally. Text: well-formed, no control characters, no backslash, no path
/// segment <c>.</c> or <c>..</c>: what every client of the storage service passes on unchanged.</remarks>
internal sealed record ReviewName
{
    private const int MaxLength = 1024;

    private ReviewName(string value) => Value = value;

    /// <summary>The blob's name.</summary>
    public string Value { get; }

    /// <summary>The name that a text is, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ReviewName? name)
    {
        name = IsName(text) ? new ReviewName(text) : null;
        return name is not null;
    }

    /// <summary>The name that a text is.</summary>
    /// <exception cref="FormatException">The text is no name of a review.</exception>
    public static ReviewName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException("The text is no name of a review.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsName([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && !text.Any(c => char.IsControl(c) || c is '\\' or '\u2028' or '\u2029')
        && IsWellFormed(text)
        && !text.Split('/').Any(segment => segment is "." or "..");

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
