using System.Text.Json;

namespace Ingest.Dev.Films;

/// <summary>One line of an export.</summary>
internal static class FilmLine
{
    /// <summary>The film's id: of a profile its own, of a movie of schema.org the end of its address; null of a line that is
    /// neither.</summary>
    public static string? IdOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isId, isAddress) = (json.ValueTextEquals("id"), json.ValueTextEquals("@id"));
                json.Read();
                if ((isId || isAddress) && json.TokenType == JsonTokenType.String)
                {
                    var text = json.GetString()!;
                    return isId ? text : Uri.UnescapeDataString(text[(text.LastIndexOf('/') + 1)..]);
                }

                json.Skip();
            }
        }
        catch (Exception reason) when (reason is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
