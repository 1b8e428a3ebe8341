using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

public class StructuredDataTests
{
    private static readonly Article Review = new() { Title = "A quiet triumph", Text = "The film is slow and lovely, and The Glass Orchard is its name." };

    [Fact]
    public void A_reviewed_movie_gives_its_facts_without_offsets()
    {
        var data = JsonLd("""
            {"@type":"Review","itemReviewed":{"@type":"Movie","name":"The Glass Orchard (2014)","alternateName":"Glasgården",
             "director":{"@type":"Person","name":"Hanna Lindqvist"},"author":[{"@type":"Person","name":"Paul Oduya"}],
             "actor":[{"@type":"Person","name":"Mara Venn"},{"@type":"PerformanceRole","actor":{"@type":"Person","name":"Otto Brandt"},"characterName":"Tobias"}],
             "countryOfOrigin":{"@type":"Country","name":"Sweden"},"duration":"PT2H7M","genre":["Drama","Mystery"],"datePublished":"2014-05-03",
             "sameAs":["https://www.imdb.com/title/tt0000001/","https://www.wikidata.org/wiki/Q1","https://www.themoviedb.org/movie/12-x"]}}
            """);

        var film = Assert.Single(FactReader.Read(Review, data, ReadingLimits.Default));

        Assert.True(film.IsSubject);
        Assert.Equal("The Glass Orchard", film.Title);
        string[] expected =
        [
            "alternate Glasgården", "director Hanna Lindqvist", "writer Paul Oduya", "cast Mara Venn = ?", "cast Otto Brandt = Tobias", "country Sweden", "runtime 127", "genre drama",
            "genre mystery", "year 2014", "release 2014-05-03", "id imdb tt0000001", "id wikidata Q1", "id tmdb 12",
        ];
        Assert.All(expected, fact => Assert.Contains(film.Statements, s => StatedFact.Of(s) == fact && s.Quote is { Start: null, End: null }));
    }

    [Fact]
    public void Movies_that_the_page_merely_lists_are_left_out()
    {
        var data = JsonLd(
            """{"@type":"Review","itemReviewed":{"@type":"Movie","name":"The Glass Orchard"}}""",
            """{"@type":"Movie","name":"Paper Ships","actor":{"@type":"Person","name":"Lola Grant"}}""");

        var films = FactReader.Read(Review, data, ReadingLimits.Default);

        Assert.Equal("The Glass Orchard", Assert.Single(films).Title);
    }

    [Fact]
    public void Microdata_says_the_same_as_json()
    {
        var movie = new MicrodataItem("Movie", [new("name", "The Glass Orchard", null), new("director", "", new MicrodataItem("Person", [new("name", "Hanna Lindqvist", null)]))]);
        var data = PageData.None with { Microdata = [new MicrodataItem("Review", [new("itemReviewed", "", movie)])] };

        var film = Assert.Single(FactReader.Read(Review, data, ReadingLimits.Default));

        Assert.Contains(film.Statements, s => s is DirectorStatement { Person: "Hanna Lindqvist" });
    }

    [Fact]
    public void Credit_lines_speak_of_the_film_that_the_article_is_about()
    {
        var article = new Article { Title = "The Glass Orchard review", Text = "It is slow and lovely." };
        var data = PageData.None with
        {
            CreditLines =
            [
                new("Director", "Hanna Lindqvist"), new("Cast", "Mara Venn, Otto Brandt as Tobias"), new("Running time", "127 min"), new("Country", "Sweden / Norway"),
                new("Budget", "$2.6 million"), new("Original title", "Glasgården"), new("Release date", "3 May 2014"), new("Certificate", "15"),
            ],
        };

        var film = Assert.Single(FactReader.Read(article, data, ReadingLimits.Default));

        string[] expected =
        [
            "director Hanna Lindqvist", "cast Mara Venn = ?", "cast Otto Brandt = Tobias", "runtime 127", "country Sweden", "country Norway", "budget 2600000 USD exact", "alternate Glasgården",
            "release 2014-05-03",
        ];
        Assert.All(expected, fact => Assert.Contains(film.Statements, s => StatedFact.Of(s) == fact));
    }

    [Fact]
    public void Credit_lines_of_two_films_speak_of_neither()
    {
        var article = new Article { Title = "The Glass Orchard review", Text = "It is slow and lovely." };
        var data = PageData.None with { CreditLines = [new("Director", "Hanna Lindqvist"), new("Director", "Paul Oduya")] };

        Assert.DoesNotContain(FactReader.Read(article, data, ReadingLimits.Default).SelectMany(f => f.Statements), s => s is DirectorStatement);
    }

    [Theory]
    [InlineData("""{"@type":"Movie"}""")]
    [InlineData("""{"@type":"Movie","name":7,"duration":"P99999999999999Y","actor":[null,1,{"name":{}}],"datePublished":"soon"}""")]
    [InlineData("""{"@type":["Movie",3],"name":"","genre":{"a":[[[]]]}}""")]
    public void Odd_data_are_no_reason_to_fail(string json) => FactReader.Read(Review, JsonLd(json), ReadingLimits.Default);

    [Fact]
    public void The_byline_is_never_in_the_cast()
    {
        var article = new Article { Title = "The Glass Orchard review", Byline = "Dave Kestrel", Text = "With Dave Kestrel and Mara Venn in the cast, starring Dave Kestrel and Mara Venn, it is odd." };

        var cast = FactReader.Read(article, PageData.None, ReadingLimits.Default).SelectMany(f => f.Statements).OfType<CastStatement>().Select(c => c.Person).ToList();

        Assert.Contains("Mara Venn", cast);
        Assert.DoesNotContain("Dave Kestrel", cast);
    }

    private static PageData JsonLd(params string[] blocks) => PageData.None with { JsonLd = [.. blocks.Select(b => JsonDocument.Parse(b).RootElement).ToImmutableArray()] };
}
