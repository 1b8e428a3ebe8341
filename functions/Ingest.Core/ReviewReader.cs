using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core;

/// <summary>The whole way from the bytes of a file to what it says about films: page, article, statements.</summary>
public static class ReviewReader
{
    /// <summary>Changes whenever the same bytes may give other statements, so that stored readings can be told to be old.</summary>
    public const int Version = 5;

    /// <summary>Reads one file. Pure: the same bytes and limits give the same reading. Does not throw on any bytes.</summary>
    /// <param name="file">The file's bytes, as they were dropped.</param>
    /// <param name="limits">What the file may cost.</param>
    public static ReviewReading Read(ReadOnlyMemory<byte> file, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);

        var reading = PageReader.Read(file, limits);
        if (reading.Page is not { } page)
        {
            return ReviewReading.Of(reading.Rejection!);
        }

        if (ArticleReader.Read(page, limits) is not { } article)
        {
            return ReviewReading.Of(new Rejection(
                RejectionReason.NoArticle,
                "The page holds no article text. Drop the page of the review itself, saved as HTML with its text in it."));
        }

        return ReviewReading.Of(article, FactReader.Read(article, page.Data, limits));
    }
}
