using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ingest.Core.Films;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>A profile as a schema.org Movie.</summary>
internal static class LinkedData
{
    public const string MediaType = "application/ld+json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The movie as JSON-LD in UTF-8.</summary>
    /// <param name="film">The profile.</param>
    /// <param name="request">Where it is asked for: its address, as the client knows it, begins the film's.</param>
    public static byte[] Of(FilmProfile film, HttpRequest request)
    {
        var address = Urls.Absolute(request, "/films/" + Uri.EscapeDataString(film.Id));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Movie");
            json.WriteString("@id", address);
            json.WriteString("url", address);
            json.WriteString("name", film.Title.Value);
            Texts(json, "alternateName", film.AlternateTitles.Select(title => title.Value));
            if (film.Year is { } year)
            {
                json.WriteString("dateCreated", year.Value.ToString("0000", CultureInfo.InvariantCulture));
            }

            if (film.ReleaseDate is { } day)
            {
                json.WriteString("datePublished", day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            Things(json, "countryOfOrigin", "Country", film.Countries.Select(country => country.Value));
            Texts(json, "genre", film.Genres.Select(genre => genre.Value));
            Things(json, "director", "Person", film.Directors.Select(director => director.Person));
            Things(json, "author", "Person", film.Writers.Select(writer => writer.Person));
            Array(json, "actor", film.Cast, member => Role(json, member));
            if (film.RuntimeMinutes is { } minutes)
            {
                json.WriteString("duration", string.Create(CultureInfo.InvariantCulture, $"PT{minutes.Value}M"));
            }

            Texts(json, "sameAs", film.ExternalIds.Select(AddressOf).OfType<string>());
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Role(Utf8JsonWriter json, CastMember member)
    {
        if (member.Character is null)
        {
            Thing(json, "Person", member.Person);
            return;
        }

        json.WriteStartObject();
        json.WriteString("@type", "PerformanceRole");
        json.WritePropertyName("actor");
        Thing(json, "Person", member.Person);
        json.WriteString("characterName", member.Character);
        json.WriteEndObject();
    }

    private static void Things(Utf8JsonWriter json, string property, string type, IEnumerable<string> names) =>
        Array(json, property, names, name => Thing(json, type, name));

    private static void Texts(Utf8JsonWriter json, string property, IEnumerable<string> texts) =>
        Array(json, property, texts, json.WriteStringValue);

    private static void Thing(Utf8JsonWriter json, string type, string name)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string property, IEnumerable<T> items, Action<T> write)
    {
        var list = items.ToList();
        if (list.Count > 0)
        {
            json.WriteStartArray(property);
            list.ForEach(write);
            json.WriteEndArray();
        }
    }

    private static string? AddressOf(ExternalId id) => id.Source switch
    {
        "imdb" => "https://www.imdb.com/title/" + Uri.EscapeDataString(id.Id) + "/",
        "wikidata" => "https://www.wikidata.org/entity/" + Uri.EscapeDataString(id.Id),
        "tmdb" => "https://www.themoviedb.org/movie/" + Uri.EscapeDataString(id.Id),
        _ => null,
    };
}
