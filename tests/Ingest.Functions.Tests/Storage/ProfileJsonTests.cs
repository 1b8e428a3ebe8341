using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

/// <summary>Profiles that a later version stored, before it was rolled back.</summary>
public sealed class ProfileJsonTests
{
    private const string Known = """{"measure":"gross","amount":5,"currency":"USD","territory":null,"qualifier":"exact","support":1,"confidence":0.9,"sources":[]}""";

    [Fact]
    public void A_figure_of_an_unknown_kind_is_left_out_and_the_rest_is_read()
    {
        var film = Film();
        film["boxOffice"] = new JsonArray(
            JsonNode.Parse(Known), JsonNode.Parse(Known.Replace("gross", "streams", StringComparison.Ordinal)));

        var read = ProfileJson.Read(Encoding.UTF8.GetBytes(film.ToJsonString()));

        Assert.Equal("a-film", read.Id);
        Assert.Equal(5, Assert.Single(read.BoxOffice).Amount);
    }

    [Fact]
    public void What_is_no_profile_is_said_to_be_none() =>
        Assert.Throws<JsonException>(() => ProfileJson.Read("""{"id":"a-film","title":3}"""u8));

    private static JsonObject Film() => JsonNode.Parse(
        """{"id":"a-film","title":{"value":"A Film","support":1,"confidence":0.9,"sources":[]},"reviews":[],"reviewCount":1,"subjectOf":1}""")!.AsObject();
}
