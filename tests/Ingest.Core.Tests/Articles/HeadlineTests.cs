using Ingest.Core.Articles;

namespace Ingest.Core.Tests.Articles;

public class HeadlineTests
{
    [Theory]
    [InlineData("The Salt Orchard review | The Lantern Room", null, "The Salt Orchard review")]
    [InlineData("The Salt Orchard review – a patient film - Lantern", null, "The Salt Orchard review – a patient film")]
    [InlineData("The Lantern Room: The Salt Orchard review", "The Lantern Room", "The Salt Orchard review")]
    [InlineData("Lantern - The Salt Orchard", "Lantern", "The Salt Orchard")]
    [InlineData("소금 과수원 - 등불의 방", "등불의 방", "소금 과수원")]
    [InlineData("The Salt-Orchard", "Orchard", "The Salt-Orchard")]
    [InlineData("Nine Windows", "Nine Windows", "Nine Windows")]
    public void The_site_s_name_is_no_part_of_the_headline(string title, string? site, string headline) =>
        Assert.Equal(headline, Headline.WithoutSite(title, site));
}
