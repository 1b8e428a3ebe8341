using System.Text;

namespace Ingest.Core.Films.Titles;

/// <summary>Words joined without spaces, so that <c>Spider-Man</c> and <c>Spiderman</c> are equal.</summary>
internal static class Compact
{
    /// <summary>Joins; a hyphen keeps two numbers apart.</summary>
    public static string Join(ReadOnlySpan<string> words)
    {
        var joined = new StringBuilder();
        foreach (var word in words)
        {
            if (joined.Length > 0 && char.IsAsciiDigit(joined[^1]) && char.IsAsciiDigit(word[0]))
            {
                joined.Append('-');
            }

            joined.Append(word);
        }

        return joined.ToString();
    }
}
