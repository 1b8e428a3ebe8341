using System.Globalization;
using System.Text.Json;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Articles;

/// <summary>One folder for each page, named after what is hard about it: page.html, expected.txt and, where the page says
/// something about its article, expected.json.</summary>
public class ArticleCaseTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Articles", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_is_what_people_would_copy(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Root, name, "expected.txt")).TrimEnd('\n');

        Assert.Equal(expected, Read(name).Text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_page_says_about_its_article_is_found(string name)
    {
        var path = Path.Combine(Root, name, "expected.json");
        if (!File.Exists(path))
        {
            return;
        }

        var article = Read(name);
        foreach (var property in JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject())
        {
            var found = property.Name switch
            {
                "title" => article.Title,
                "byline" => article.Byline,
                "siteName" => article.SiteName,
                "publishedOn" => article.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "language" => article.Language,
                "url" => article.Url,
                _ => throw new InvalidDataException($"{path}: unknown property {property.Name}"),
            };
            Assert.Equal((property.Name, property.Value.GetString()), (property.Name, found));
        }
    }

    private static Article Read(string name)
    {
        var page = PageReader.Read(File.ReadAllBytes(Path.Combine(Root, name, "page.html")), ReadingLimits.Default).Page;
        Assert.NotNull(page);
        var article = ArticleReader.Read(page, ReadingLimits.Default);
        Assert.NotNull(article);
        return article;
    }
}
