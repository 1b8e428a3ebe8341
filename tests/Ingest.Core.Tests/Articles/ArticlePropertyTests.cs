using System.Net;
using System.Text;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Articles;

/// <summary>What holds of every file, whatever is in it. Failures name the seed that makes the file again.</summary>
public class ArticlePropertyTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Articles", "Cases");

    private const int MostOfEmptyPage = 400;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_page_never_throws_and_gives_clean_text(int seed)
    {
        var random = new Random(seed);
        var pages = Directory.GetDirectories(Root).Order(StringComparer.Ordinal).ToArray();
        var bytes = File.ReadAllBytes(Path.Combine(pages[random.Next(pages.Length)], "page.html"));
        var damaged = Damage(bytes, random);

        if (PageReader.Read(damaged, ReadingLimits.Default).Page is not { } page || ArticleReader.Read(page, ReadingLimits.Default) is not { } article)
        {
            return;
        }

        Assert.NotEmpty(article.Text);
        Assert.DoesNotContain("\n\n\n", article.Text, StringComparison.Ordinal);
        Assert.Equal(article.Text.Trim(), article.Text);
        Assert.All(article.Spans, span => Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= article.Text.Length, $"seed {seed}: {span}"));
        Assert.Equal(article.Spans.OrderBy(span => span.Start).Select(span => span.Start), article.Spans.Select(span => span.Start));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_bytes_are_read_or_rejected_with_advice(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(1, 5000)];
        random.NextBytes(bytes);

        var reading = PageReader.Read(bytes, ReadingLimits.Default);

        Assert.True(reading.Page is not null || reading.Rejection!.Advice.EndsWith('.'), $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reading_the_same_file_again_gives_the_same_article(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, name, "page.html"));

        var first = Read(bytes);
        var second = Read(bytes);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Spans.AsEnumerable(), second.Spans.AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_article_set_as_a_page_of_its_own_gives_the_same_text(string name)
    {
        var article = Read(File.ReadAllBytes(Path.Combine(Root, name, "page.html")));
        var paragraphs = article.Text.Split("\n\n").Select(text => $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        var page = $"<html lang=\"{article.Language}\"><head><meta charset=utf-8></head><body><main><article>{string.Concat(paragraphs)}</article></main></body></html>";

        Assert.Equal(article.Text, Read(Encoding.UTF8.GetBytes(page)).Text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_article_is_never_longer_than_what_its_page_shows(string name)
    {
        var page = PageReader.Read(File.ReadAllBytes(Path.Combine(Root, name, "page.html")), ReadingLimits.Default).Page!;
        var shown = Letters(VisibleText.Of(page.Document.DocumentNode, int.MaxValue));
        var article = Letters(ArticleReader.Read(page, ReadingLimits.Default)!.Text);

        // Pages that keep their text in a script show it by that script.
        var scripts = page.Scripts.Sum(script => Letters(script.Text.ToString()));
        Assert.InRange(article, 1, shown < MostOfEmptyPage ? Math.Max(shown, scripts) : shown);
    }

    [Fact]
    public void Text_beyond_the_limit_is_left_out()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, "plain-review-among-site-furniture", "page.html"));
        var page = PageReader.Read(bytes, ReadingLimits.Default).Page!;

        var article = ArticleReader.Read(page, ReadingLimits.Default with { MaxTextLength = 300 });

        Assert.InRange(article!.Text.Length, 1, 300);
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private static Article Read(byte[] bytes) => ArticleReader.Read(PageReader.Read(bytes, ReadingLimits.Default).Page!, ReadingLimits.Default)!;

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = 0; i < random.Next(1, 60) && damaged.Count > 10; i++)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 40), damaged.Count - at));
                    break;
                case 2:
                    damaged.InsertRange(at, "<div><p \"'<!--</a></table><td><script>"u8.ToArray().Take(random.Next(1, 38)));
                    break;
                case 3:
                    var length = Math.Min(random.Next(1, 200), damaged.Count - at);
                    damaged.InsertRange(random.Next(damaged.Count), damaged.GetRange(at, length));
                    break;
                default:
                    damaged.RemoveRange(at, random.Next(20) == 0 ? damaged.Count - at : 1);
                    break;
            }
        }

        return [.. damaged];
    }
}
