using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Functions.Tests.Security;

namespace Ingest.Web.Tests.Security;

/// <summary>Hostile names in the running app: listing, addresses, pages and links lead to the very file.</summary>
[Collection(nameof(HostileNamesApp))]
public sealed partial class RunningNameTests(HostileNamesApp app)
{
    [Fact]
    public async Task Every_file_is_listed_under_its_name_with_an_address_that_leads_back_to_it()
    {
        var listed = (await app.ListAsync()).ToDictionary(review => review.GetProperty("name").GetString()!);

        Assert.Superset(HostileName.Listed.Select(name => name.Text).ToHashSet(), listed.Keys.ToHashSet());
        foreach (var name in HostileName.Listed)
        {
            var item = listed[name.Text];
            Assert.Equal((name.Text, name.IsUsable ? "ingested" : "rejected"), (name.Text, item.GetProperty("status").GetString()));
            Assert.Equal((name.Text, name.IsUsable ? null : "unusableName"), (name.Text, item.GetProperty("reason").GetString()));
            var found = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri(item.GetProperty("url").GetString()!, UriKind.Relative))).RootElement;
            Assert.Contains(name.Text, name.HasAddress
                ? [found.GetProperty("review").GetProperty("name").GetString()!]
                : found.GetProperty("reviews").EnumerateArray().Select(review => review.GetProperty("name").GetString()!));
        }
    }

    [Fact]
    public async Task Every_file_has_a_page_that_names_it_and_whose_links_stay_its_own()
    {
        foreach (var name in HostileName.Listed.Where(name => name.HasAddress))
        {
            using var answer = await app.Http.GetAsync(new Uri(Links.Review(name.Text), UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();

            Assert.Equal((name.Text, HttpStatusCode.OK), (name.Text, answer.StatusCode));
            Assert.Contains($"href=\"{Links.ReviewJson(name.Text)}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_film_s_sources_and_reviews_and_its_page_lead_to_the_files()
    {
        var names = HostileName.Listed.Select(name => name.Text).ToHashSet();
        var film = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri("/api/films?title=The Salt Meadow", UriKind.Relative))).RootElement.GetProperty("films")[0].GetProperty("id").GetString()!;

        var reviews = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri($"/api/films/{film}/reviews", UriKind.Relative))).RootElement.GetProperty("reviews").EnumerateArray().ToList();
        var sources = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri($"/api/films/{film}", UriKind.Relative))).RootElement.GetProperty("title").GetProperty("sources").EnumerateArray().ToList();
        var page = await app.Http.GetStringAsync(new Uri($"/films/{film}", UriKind.Relative));
        var links = Href().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().ToList();

        Assert.All(sources, source => Assert.Contains(source.GetProperty("review").GetString()!, names));
        Assert.NotEmpty(sources);
        Assert.True(reviews.Count >= 50 && links.Count >= 10, $"{reviews.Count} reviews, {links.Count} links");
        foreach (var link in links.Concat(reviews.Select(review => review.GetProperty("url").GetString()!)))
        {
            using var answer = await app.Http.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
        }
    }

    [GeneratedRegex("href=\"(/reviews/[^\"#]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
