using Ingest.Local.Blobs;

namespace Ingest.Local.Tests;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("drops/{name}", "a.html", "name=a.html")]
    [InlineData("drops/{name}", "deep/er/a.html", "name=deep/er/a.html")]
    [InlineData("drops/{name}", "line\nbreak", "name=line\nbreak")]
    [InlineData("drops", "a.html", "name=a.html")]
    [InlineData("drops/{site}/{name}.html", "press/a.html", "site=press name=a")]
    [InlineData("drops/in/{name}", "in/a", "name=a")]
    [InlineData("drops/in/{name}", "out/a", null)]
    [InlineData("drops/{name}.html", "a.htm", null)]
    [InlineData("drops/{name}.html", "ahtml", null)]
    [InlineData("drops/{name}", "", null)]
    public void A_name_fits_a_pattern_or_not(string pattern, string blob, string? values)
    {
        var fits = BlobPattern.Parse(pattern).Matches(blob, out var found);

        Assert.Equal(values is not null, fits);
        Assert.Equal(values, found is null ? null : string.Join(' ', found.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/{name}")]
    [InlineData("{container}/{name}")]
    [InlineData("drops/")]
    [InlineData("drops/{name")]
    [InlineData("drops/{}")]
    [InlineData("drops/{a}{a}")]
    [InlineData("drops/{a-b}")]
    public void What_is_no_pattern_is_refused(string pattern) =>
        Assert.Throws<CannotHostException>(() => BlobPattern.Parse(pattern));

    [Theory]
    [InlineData("drops/{name}", "")]
    [InlineData("drops/in/{name}.html", "in/")]
    [InlineData("drops/a/{x}/b/{y}", "a/")]
    [InlineData("drops/fixed.html", "fixed.html")]
    public void The_listing_is_narrowed_to_what_every_name_begins_with(string pattern, string prefix) =>
        Assert.Equal(prefix, BlobPattern.Parse(pattern).Prefix);
}
