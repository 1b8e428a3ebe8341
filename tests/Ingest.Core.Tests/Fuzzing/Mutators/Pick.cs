using System.Text;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Random choices that mutators share.</summary>
internal static class Pick
{
    /// <summary>One of several.</summary>
    public static T Of<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>How often something is repeated: mostly a few times, some thousand times now and then, seldom a hundred thousand.</summary>
    public static int Count(this Random random) =>
        (int)Math.Pow(10, random.NextDouble() * random.Next(200) switch { 0 => 5, < 6 => 4, _ => 2 });

    /// <summary>A part of a text: seldom a long one.</summary>
    public static (int Start, int End) Part(this Random random, string text)
    {
        var start = random.Next(text.Length + 1);
        return (start, Math.Min(text.Length, start + random.Count()));
    }

    /// <summary>Where a sign stands, at or after a random place; the end where none does.</summary>
    public static int PlaceOf(this Random random, string text, char sign)
    {
        var from = random.Next(text.Length + 1);
        var at = text.IndexOf(sign, from);
        at = at < 0 ? text.IndexOf(sign, StringComparison.Ordinal) : at;
        return at < 0 ? text.Length : at;
    }

    /// <summary>Something said so often, but no longer than inputs may be.</summary>
    public static string Times(this string part, int count) =>
        new StringBuilder().Insert(0, part, Math.Min(count, Inputs.FuzzInput.Longest / Math.Max(1, part.Length))).ToString();

    /// <summary>The bytes of a text in UTF-8, each as the character of the same number.</summary>
    public static string Bytes(this string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
