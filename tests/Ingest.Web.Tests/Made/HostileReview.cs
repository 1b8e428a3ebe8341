using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;

namespace Ingest.Web.Tests.Made;

/// <summary>A review that holds one hostile text in every field, and what it says of a film likewise.</summary>
/// <param name="Index">Of the text.</param>
internal sealed record HostileReview(int Index)
{
    /// <summary>One for each text.</summary>
    public static ImmutableArray<HostileReview> All { get; } = [.. Enumerable.Range(0, HostileText.All.Length).Select(index => new HostileReview(index))];

    public string Text => HostileText.All[Index];

    /// <summary>The film's title: the text, and a word of its own, so that no two of these films are one.</summary>
    public string Title => $"{Text} {Word}";

    /// <summary>The file's name: the text, wherever a name can be that.</summary>
    public string Name => ReviewName.TryParse(Text, out _) && !Text.StartsWith('/') ? Text : $"{Word}.html";

    /// <summary>The word that only this review and its film have.</summary>
    public string Word => $"qu{(char)('a' + (Index / 26))}x{(char)('a' + (Index % 26))}z";

    /// <summary>What is read from the review. Its statements disagree with each other too.</summary>
    public ReviewReading Reading
    {
        get
        {
            var view = MadeReview.Holding(Text);
            var film = view.Films[0].Statements;
            var quote = film.Statements[0].Quote;
            return ReviewReading.Of(view.Article!, [film with
            {
                Title = Title,
                Statements =
                [
                    new TitleStatement(Title, quote, 0.9),
                    new YearStatement(1900 + Index, quote, 0.9),
                    .. film.Statements.Where(said => said is not TitleStatement),
                    new CastStatement(Text, "Marfa", quote, 0.4),
                    new BoxOfficeStatement(BoxOfficeMeasure.Gross, 500, Text, Text, Qualifier.Exact, quote, 0.4),
                ],
            }]);
        }
    }

    /// <summary>A page that says the text wherever a page can say something.</summary>
    public string Html
    {
        get
        {
            var text = WebUtility.HtmlEncode(Text);
            var film = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "Review",
                ["name"] = Text,
                ["author"] = new Dictionary<string, object> { ["@type"] = "Person", ["name"] = Text },
                ["itemReviewed"] = new Dictionary<string, object>
                {
                    ["@type"] = "Movie",
                    ["name"] = "The Glass " + Word,
                    ["alternateName"] = Text,
                    ["dateCreated"] = $"{1900 + Index}",
                    ["director"] = new Dictionary<string, object> { ["@type"] = "Person", ["name"] = "Aino " + Text },
                    ["actor"] = new Dictionary<string, object> { ["@type"] = "Person", ["name"] = "Bo " + Text },
                },
            });
            return $"""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>{text}</title>
                <meta name="author" content="{text}"><meta property="og:site_name" content="{text}"><meta property="og:title" content="{text}">
                <link rel="canonical" href="{text}"><script type="application/ld+json">{film}</script></head>
                <body><article><h1>{text}</h1><p class="byline">By {text}</p>
                <p>The Glass {Word} is a {1900 + Index} drama, and a slow one, directed by Aino Vestergren, who has made slower ones. {text}</p>
                <p>Nobody in the hall got up before the lights did, which says something. {text} It stars Dana Bekova and {text} as {text}.</p>
                <p>It has taken more than $41.2 million around the world, or so the film's makers say, and {text} is what they say it with.</p>
                </article></body></html>
                """;
        }
    }
}
