using System.Text;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Web;

namespace Ingest.Functions.Tests.Web;

public sealed class LinkedDataTests
{
    private const string Ember =
        "film: Ember Road\nyear: 1999\naka: Glutstraße\ncountry: Norway\ncountry: Germany\ngenre: drama\ndirector: Ada Quill\n"
        + "writer: Cy Moor\ncast: Bo Lind as Reed\ncast: Élodie Ferrand\nruntime: 118\nreleased: 1999-10-08\n"
        + "id: imdb tt0000001\nid: wikidata Q1\nid: tmdb 77\nid: elsewhere 12";

    [Theory]
    [InlineData(Ember)]
    [InlineData("film: Winter Ferry")]
    [InlineData("film: 1917\nyear: 2019\ncast: A B as 1. 'Reed' <b>\ncast: C D as \"\\\u2028</script>")]
    [InlineData("film: <script>alert(1)</script>\naka: ]]>&amp;\ndirector: \"><img src=x>\nid: imdb javascript:alert(1)")]
    public void A_film_as_linked_data_is_valid_by_schema_org(string page)
    {
        var json = LinkedData.Of(FilmOf(page), Requests.Get("/api/films/x", ("Host", "films.example")));

        Assert.Empty(SchemaOrg.Errors(JsonDocument.Parse(json).RootElement));
        Assert.DoesNotContain("<", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_schema_org_has_a_place_for_is_told()
    {
        var film = JsonDocument.Parse(LinkedData.Of(FilmOf(Ember), Requests.Get("/", ("Host", "films.example")))).RootElement;

        Assert.Equal(
            [
                "@context", "@id", "@type", "actor", "alternateName", "author", "countryOfOrigin", "dateCreated", "datePublished",
                "director", "duration", "genre", "name", "sameAs", "url",
            ],
            film.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal("1999-10-08", film.GetProperty("datePublished").GetString());
        Assert.Equal(3, film.GetProperty("sameAs").GetArrayLength());
    }

    [Theory]
    [InlineData("http", null, "http://films.example:8080/films/ember-road-1999")]
    [InlineData("https", null, "https://films.example:8080/films/ember-road-1999")]
    [InlineData("http", "https", "https://films.example:8080/films/ember-road-1999")]
    [InlineData("http", "javascript", "http://films.example:8080/films/ember-road-1999")]
    public void A_film_is_named_by_the_address_of_its_page(string scheme, string? forwarded, string id)
    {
        var request = Requests.Get("/", ("Host", "films.example:8080"));
        request.Scheme = scheme;
        request.Headers["X-Forwarded-Proto"] = forwarded;

        var film = JsonDocument.Parse(LinkedData.Of(FilmOf(Ember), request)).RootElement;

        Assert.Equal((id, id), (film.GetProperty("@id").GetString(), film.GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","title":"x"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Film","name":"x"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","@id":"/films/x"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","duration":"118"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","director":"Ada Quill"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","director":{"@type":"Country","name":"x"}}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","datePublished":"8.10.1999"}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","actor":{"@type":"PerformanceRole","characterName":"x"}}""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Movie","actor":{"@type":"PerformanceRole","director":{"@type":"Person"}}}""")]
    [InlineData("""{"@type":"Movie","name":"x"}""")]
    public void The_check_finds_what_is_wrong(string json) => Assert.NotEmpty(SchemaOrg.Errors(JsonDocument.Parse(json).RootElement));

    private static FilmProfile FilmOf(string page)
    {
        var reading = Pages.Reader.Read(Encoding.UTF8.GetBytes(page), ReadingLimits.Default);
        return Assert.Single(FilmMerge.Merge(reading.Films.Select(film => new Evidence("a.html", null, film))));
    }
}
