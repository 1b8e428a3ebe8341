using System.Text;

namespace Ingest.Core.Tests;

public class ReviewReaderTests
{
    [Fact]
    public void A_page_with_prose_is_a_review()
    {
        var page = "<html><body><article><h1>A quiet evening</h1><p>The film is slow and lovely, and nobody in it raises a voice for two hours.</p></article></body></html>";

        var reading = ReviewReader.Read(Encoding.UTF8.GetBytes(page), ReadingLimits.Default);

        Assert.True(reading.IsReview);
        Assert.Contains("slow and lovely", reading.Article.Text, StringComparison.Ordinal);
    }
}
