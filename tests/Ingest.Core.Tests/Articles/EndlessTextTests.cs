using System.Text;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Articles;

/// <summary>Text that no element ever divides.</summary>
public sealed class EndlessTextTests
{
    [Theory]
    [InlineData("Décembre fut très gelé, le café était fermé. ")]
    [InlineData("The orchard's keeper walked home. ")]
    [InlineData("Снег шёл над заливом до утра. ")]
    public void It_is_divided_between_words(string sentence)
    {
        var text = Read(string.Concat(Enumerable.Repeat(sentence, 400_000 / sentence.Length)));

        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var paragraphs = text.Split("\n\n");
        Assert.InRange(paragraphs.Length, 3, 5);
        Assert.All(paragraphs, paragraph => Assert.Contains(paragraph[..paragraph.IndexOf(' ', StringComparison.Ordinal)], words));
    }

    [Theory]
    [InlineData("果樹園の番人は家へ歩いて帰った。")]
    [InlineData("abcdefgh")]
    public void Without_spaces_it_is_divided_all_the_same(string sentence)
    {
        var text = Read(string.Concat(Enumerable.Repeat(sentence, 900_000 / sentence.Length)));

        Assert.All(text.Split("\n\n"), paragraph => Assert.InRange(paragraph.Length, 1, 512 * 1024));
    }

    private static string Read(string text)
    {
        var page = PageReader.Read(Encoding.UTF8.GetBytes($"<meta charset=utf-8><article><p>{text}</p></article>"), ReadingLimits.Default).Page!;
        return ArticleReader.Read(page, ReadingLimits.Default)!.Text;
    }
}
