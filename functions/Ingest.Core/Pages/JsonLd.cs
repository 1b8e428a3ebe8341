using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Core.Pages;

/// <summary>Reads the JSON-LD blocks of a page.</summary>
internal static class JsonLd
{
    private const int MostObjects = 1_000;

    // Real pages have some ten thousand characters of it; parsed, it takes several times as much memory.
    private const int MostCharacters = 1_000_000;

    /// <summary>Every object of every block in page order, arrays and <c>@graph</c> unfolded.</summary>
    /// <param name="scripts">The page's scripts and data blocks.</param>
    /// <param name="isAll">Whether all were read; blocks that are too long together with those before are not.</param>
    public static ImmutableArray<JsonElement> Read(IReadOnlyList<PageScript> scripts, out bool isAll)
    {
        var left = MostCharacters;
        isAll = true;
        var objects = ImmutableArray.CreateBuilder<JsonElement>();
        foreach (var script in scripts)
        {
            if (script.Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            {
                if (script.Text.Length > left)
                {
                    isAll = false;
                    continue;
                }

                left -= script.Text.Length;
                foreach (var value in LooseJson.Read(script.Text))
                {
                    Unfold(value, objects);
                }
            }
        }

        return objects.ToImmutable();
    }

    // The depth of the values is bounded by the parser.
    private static void Unfold(JsonElement value, ImmutableArray<JsonElement>.Builder objects)
    {
        if (objects.Count >= MostObjects)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Unfold(item, objects);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("@graph", out var graph))
            {
                if (value.TryGetProperty("@type", out _))
                {
                    objects.Add(value);
                }

                Unfold(graph, objects);
            }
            else
            {
                objects.Add(value);
            }
        }
    }
}
