using System.Buffers;

namespace Ingest.Core.Films.Titles;

/// <summary>Russian titles as libraries write them, <c>Čistaja voda</c>, in the usual letters, <c>Chistaya voda</c>.</summary>
internal static class ScientificRussian
{
    private static readonly SearchValues<char> Carons = SearchValues.Create("čšžČŠŽ");
    private static readonly SearchValues<string> Endings = SearchValues.Create(["aja ", "yj "], StringComparison.OrdinalIgnoreCase);

    /// <summary>The title in the usual letters; other titles as they are, Czech ones among them.</summary>
    public static string Usual(string title) =>
        title.AsSpan().IndexOfAny(Carons) >= 0 && title.AsSpan().IndexOfAny(Endings) >= 0
            ? title.Replace("č", "ch", StringComparison.OrdinalIgnoreCase)
                .Replace("š", "sh", StringComparison.OrdinalIgnoreCase)
                .Replace("ž", "zh", StringComparison.OrdinalIgnoreCase)
            : title;
}
