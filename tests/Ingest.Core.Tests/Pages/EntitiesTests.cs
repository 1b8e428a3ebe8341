using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Pages;

public class EntitiesTests
{
    [Theory]
    [InlineData("a &amp; b", "a & b")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("caf&eacute;", "café")]
    [InlineData("&#8217;&#x2019;", "’’")]
    [InlineData("&#146;", "’")]
    [InlineData("&copy2013", "©2013")]
    [InlineData("&#0;&#xD800;&#99999999999;", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("Q&A; AT&T &unknown; &", "Q&A; AT&T &unknown; &")]
    [InlineData("&notit;", "¬it;")]
    [InlineData("&colon;&apos;&NewLine;", ":'\n")]
    public void A_reference_is_decoded_once(string text, string decoded) => Assert.Equal(decoded, Entities.Decode(text));
}
