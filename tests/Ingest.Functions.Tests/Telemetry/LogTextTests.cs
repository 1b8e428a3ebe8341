using Ingest.Functions.Telemetry;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("a review.html")]
    [InlineData("Über/der Straße – ‘so’.html")]
    [InlineData("映画 🎬.html")]
    [InlineData(@"back\slash")]
    [InlineData("")]
    public void Text_that_can_be_seen_stays_the_very_same(string text) => Assert.Same(text, LogText.Of(text));

    [Theory]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\nb", @"a\r\nb")]
    [InlineData("a\tb", @"a\tb")]
    [InlineData("\0", @"\u0000")]
    [InlineData("\u001b[2J", @"\u001B[2J")]
    [InlineData("\u009b2J", @"\u009B2J")]
    [InlineData("\u007f", @"\u007F")]
    [InlineData("a\u0085b", @"a\u0085b")]
    [InlineData("a\u2028b\u2029c", @"a\u2028b\u2029c")]
    [InlineData("\u202etxt.exe", @"\u202Etxt.exe")]
    [InlineData("\u2066a\u2069", @"\u2066a\u2069")]
    [InlineData("\u200f\u061c", @"\u200F\u061C")]
    [InlineData("\ufeff", @"\uFEFF")]
    [InlineData("é\né", @"é\né")]
    [InlineData("🎬\n🎬", @"🎬\n🎬")]
    [InlineData("\U000e0041", @"\U000E0041")]
    public void What_cannot_be_seen_is_written_as_its_code(string text, string expected) => Assert.Equal(expected, LogText.Of(text));

    [Theory]
    [InlineData(0xd800, @"a\uD800b")]
    [InlineData(0xdfff, @"a\uDFFFb")]
    public void Half_a_character_is_written_as_its_code(int half, string expected) =>
        Assert.Equal(expected, LogText.Of($"a{(char)half}b"));

    [Fact]
    public void Every_character_comes_out_as_one_that_can_be_printed()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var written = LogText.Of(((char)code).ToString());

            Assert.DoesNotContain(written, letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029'
                || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format);
        }
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(10_000_000)]
    public void Long_text_is_cut_and_says_so(int length)
    {
        var written = LogText.Of(new string('x', length));

        Assert.Equal($"{new string('x', LogText.LongestValue)}… ({length - LogText.LongestValue} more)", written);
    }

    [Fact]
    public void Text_that_its_codes_make_long_is_cut_as_well() =>
        Assert.InRange(LogText.Of(new string('\u2028', LogText.LongestValue)).Length, LogText.LongestValue, LogText.LongestValue + 20);

    [Fact]
    public void A_cut_leaves_no_half_of_a_character()
    {
        var written = LogText.Of("x" + string.Concat(Enumerable.Repeat("🎬", 2000)));

        Assert.DoesNotContain(@"x🎬\uD83C", written, StringComparison.Ordinal);
        Assert.StartsWith("x🎬", written, StringComparison.Ordinal);
        Assert.All(written.EnumerateRunes(), rune => Assert.NotEqual(0xfffd, rune.Value));
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0+/==;EndpointSuffix=x", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=***;EndpointSuffix=x")]
    [InlineData("InstrumentationKey=c2VjcmV0;IngestionEndpoint=https://x", "InstrumentationKey=***;IngestionEndpoint=https://x")]
    [InlineData("accountkey=c2VjcmV0", "accountkey=***")]
    [InlineData("BlobEndpoint=https://x;SharedAccessSignature=sv=2024&sig=c2VjcmV0", "BlobEndpoint=https://x;SharedAccessSignature=***&sig=***")]
    [InlineData("x-functions-key: abcdef other", "x-functions-key: *** other")]
    [InlineData("\"x-functions-key\":[\"SECRETKEY\"]", "\"x-functions-key\":[\"***\"]")]
    [InlineData("Authorization: Basic  dXNlcg==", "Authorization: Basic  ***")]
    [InlineData("/api/reviews/x?code=ab,cd'ef", "/api/reviews/x?code=***")]
    [InlineData("sig=abc&se=1", "sig=***&se=1")]
    [InlineData("GET https://a.example/reviews/x?sv=1&sig=c2Vj%2Bcg&se=2", "GET https://a.example/reviews/x?sv=1&sig=***&se=2")]
    [InlineData("PUT http://127.0.0.1/api/reviews/x?code=c2VjcmV0 - 201", "PUT http://127.0.0.1/api/reviews/x?code=*** - 201")]
    [InlineData("x-functions-key: c2VjcmV0", "x-functions-key: ***")]
    [InlineData("Authorization: SharedKey account:c2VjcmV0=\nnext", @"Authorization: SharedKey ***\nnext")]
    [InlineData("{\"authorization\": \"Bearer c2Vj.cmV0\"}", "{\"authorization\": \"Bearer ***\"}")]
    [InlineData("The status code=404 is none", "The status code=404 is none")]
    public void Secrets_are_masked(string text, string expected) => Assert.Equal(expected, LogText.Of(text));

    [Fact]
    public void A_secret_at_the_cut_is_masked_too()
    {
        var text = new string('x', LogText.LongestValue - 14) + "?sig=c2VjcmV0c2VjcmV0";

        Assert.DoesNotContain("c2Vjcm", LogText.Of(text), StringComparison.Ordinal);
    }
}
