using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

public sealed class KeyTests(AzuriteFixture azurite)
{
    public static TheoryData<string> OddNames => new(
        "plain.html",
        "with space.html",
        " leading and trailing ",
        "nested/path/to/page.html",
        "100%.html",
        "100%25.html",
        "it's.html",
        "a#b?c&d=e+f.html",
        "\"quoted\" <b>.html",
        "é\u0301 ünï.html",
        "영화 리뷰.html",
        "🎬🎞️.html",
        "=41.html",
        "!group",
        new string('x', 1024),
        string.Concat(Enumerable.Repeat("영", 300)),
        string.Concat(Enumerable.Repeat("deep/", 50)) + "page.html");

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_review_may_have_any_name_that_a_blob_may_have(string name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = new Dictionary<string, string> { [name] = "film: Ember Road\nyear: 1999" };

        await app.DropAsync(name, files[name]);

        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
        Assert.Equal(name, (await app.RecordAsync(name))!.Name.Value);
        await app.RemoveAsync(name);
        Assert.Equal(IngestOutcome.Retracted, await app.Worker.SettleAsync(name));
        Assert.Empty(await Stored.ReadAsync(app));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\\b")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    public void Some_texts_are_no_names(string text) => Assert.False(ReviewName.TryParse(text, out _));

    [Theory]
    [InlineData(0xd83c)]
    [InlineData(0xdfac)]
    public void Half_a_surrogate_pair_makes_no_name(int half) => Assert.False(ReviewName.TryParse($"a{(char)half}b", out _));

    [Fact]
    public void A_name_of_more_than_1024_characters_is_none() =>
        Assert.False(ReviewName.TryParse(new string('x', 1025), out _));

    [Fact]
    public void Different_texts_have_different_keys()
    {
        string[] texts =
        [
            "AC/DC", "ACDC", "AC=2FDC", "ac/dc", "", "=", "=3D", "!", "a b", "a+b", "a%20b", "é", "e\u0301",
            new string('x', 480), new string('x', 481), new string('x', 482), new string('x', 1024),
        ];

        Assert.Equal(texts.Length, texts.Select(TableKey.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count() + 1);
        Assert.Equal(texts.Length, texts.Select(TableKey.Of).Distinct().Count());
        Assert.All(texts, text => Assert.InRange(TableKey.Of(text).Length, 1, 512));
    }

    [Fact]
    public void A_beginning_of_a_text_has_a_beginning_of_its_key() =>
        Assert.StartsWith(TableKey.Escape("영화 é"), TableKey.Escape("영화 élan"), StringComparison.Ordinal);
}
