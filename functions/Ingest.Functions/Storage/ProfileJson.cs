using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ingest.Core;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Reads stored profiles, perhaps of a later version of the app, which was rolled back since.</summary>
internal static class ProfileJson
{
    /// <summary>The profile, without figures that this version does not know: the film is made anew once its reviews are read
    /// again.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonException">It is no profile, whatever its figures.</exception>
    public static FilmProfile Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)!;
        }
        catch (JsonException)
        {
            var film = JsonNode.Parse(json)!;
            LeaveOutUnknown(film["boxOffice"], CoreJson.Instance.BoxOfficeFigure);
            LeaveOutUnknown(film["budget"], CoreJson.Instance.BudgetFigure);
            return film.Deserialize(CoreJson.Instance.FilmProfile)!;
        }
    }

    private static void LeaveOutUnknown<T>(JsonNode? figures, JsonTypeInfo<T> type) =>
        (figures as JsonArray)?.RemoveAll(figure => !IsKnown(figure, type));

    private static bool IsKnown<T>(JsonNode? figure, JsonTypeInfo<T> type)
    {
        try
        {
            return figure is not null && figure.Deserialize(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
