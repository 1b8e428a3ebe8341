using System.Text.Json;
using Ingest.Web.Tests.Browser;
using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Running;

/// <summary>Hostile text that came into storage the way every review does is text wherever it comes out.</summary>
public sealed class StoredHostileTextTests(Chromium chromium, HostileApp app) : IClassFixture<HostileApp>
{
    /// <summary>A script that tells what of a page is not the site's own: scripts that ran, elements and attributes that no
    /// page has, links to what is no address.</summary>
    private const string Foreign =
        """
        (() => {
            const odd = [...document.querySelectorAll('*')].filter(e =>
                [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'srcdoc' || a.name === 'style'
                    || (/^(href|src|action|formaction|xlink:href|data|poster)$/.test(a.name) && !/^(https?:|\/(?!\/)|#|$)/.test(a.value) && e.rel !== 'icon'))
                || e.matches('iframe, object, embed, base, img, video, audio, marquee, plaintext, math, template, style, meta[http-equiv], script:not([src^="/assets/"])'));
            return ('hit' in window ? ['a script ran'] : []).concat(odd.map(e => e.outerHTML.slice(0, 200)));
        })()
        """;

    [Fact]
    public async Task In_the_pages_it_is_nothing_but_text_even_without_the_policy()
    {
        await using var site = await UnguardedSite.StartAsync(app.Address);
        await using var visit = await Visit.StartAsync(chromium.Browser, site.Address);
        var read = new List<string>();
        foreach (var film in (await Task.WhenAll(app.Files.Select(app.FilmsOfAsync))).SelectMany(films => films))
        {
            read.Add(Links.Film(film));
        }

        await VisitAllAsync(HostileReview.All.Select(review => (Links.Film(app.Films[review.Index]), review.Word)));
        await VisitAllAsync(HostileReview.All.Select(review => (Links.Review(review.Name), Readable(review.Text))));
        await VisitAllAsync(HostileReview.All.Where(review => review.Index % 5 == 0).Select(review => (Links.Search(review.Title), review.Word)));
        await VisitAllAsync([
            .. read.Distinct().Select(path => (path, "")), .. app.Files.Select(name => (Links.Review(name), "")),
            ("/", ""), (Links.AllFilms, ""), (Links.Film(HostileText.All[0]), ""), (Links.Review("no " + HostileText.All[0]), "")]);

        Assert.All(visit.Requests, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
        Assert.Equal(2, visit.Complaints.Count(complaint => complaint.Contains("status of 404", StringComparison.Ordinal)));
        Assert.Equal(2, visit.Complaints.Count);

        async Task VisitAllAsync(IEnumerable<(string Path, string Word)> pages)
        {
            var all = pages.ToList();
            await visit.Page.GotoAsync(site.FramesOf(all.Select(page => page.Path)));
            await visit.Page.WaitForTimeoutAsync(100);
            Assert.False(await visit.Page.EvaluateAsync<bool>("'hit' in window"));
            var frames = visit.Page.Frames.Where(frame => frame != visit.Page.MainFrame).ToList();
            Assert.Equal(all.Count, frames.Count);
            foreach (var (frame, (path, word)) in frames.Zip(all))
            {
                Assert.EndsWith(path, frame.Url, StringComparison.Ordinal);
                Assert.Empty(await frame.EvaluateAsync<string[]>(Foreign));
                var main = await frame.EvaluateAsync<string>("(document.querySelector('main') ?? document.body).textContent");
                Assert.True(main.Contains(word, StringComparison.Ordinal), $"{path} does not say {word}, but {main}");
            }
        }
    }

    [Fact]
    public async Task In_the_pages_as_they_are_served_the_policy_has_nothing_to_stop()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, app.Address);
        var some = HostileReview.All.Where(review => review.Index % 20 == 5).ToList();
        foreach (var path in some.SelectMany(review => new[] { Links.Film(app.Films[review.Index]), Links.Review(review.Name) }).Append("/"))
        {
            await visit.Page.GotoAsync(path);

            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Foreign));
        }

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, address => Assert.StartsWith(app.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Among_films_that_are_suggested_it_is_text_too()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, app.Address);
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("Film title").FillAsync("script window");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        Assert.Contains("<script>window.hit=1</script>", await page.GetByRole(AriaRole.Listbox).InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await page.EvaluateAsync<string[]>(Foreign));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task In_JSON_and_in_linked_data_it_is_text_that_no_page_could_take_for_markup()
    {
        await Task.WhenAll(HostileReview.All.Select(async review =>
        {
            var film = Links.FilmJson(app.Films[review.Index]);
            var said = Readable(review.Text);
            foreach (var (path, accept) in new[]
            {
                (film, "application/json"), (film, "application/ld+json"), (film + "/reviews", "application/json"),
                (Links.ReviewJson(review.Name), "application/json"),
            })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("Accept", accept);
                using var answer = await app.Http.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();

                Assert.True(answer.IsSuccessStatusCode, $"{path}: {body}");
                Assert.Equal(accept, answer.Content.Headers.ContentType?.MediaType);
                Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
                Assert.DoesNotContain(body, character => character is '<' or '>' or '&' or '\'' or '\u2028');
                using var json = JsonDocument.Parse(body);
                Assert.Contains(Texts(json.RootElement), text => text.Contains(said, StringComparison.Ordinal));
            }
        }));
    }

    [Fact]
    public async Task In_problems_and_missing_pages_it_stays_text()
    {
        await Task.WhenAll(HostileText.All.Select(Readable).Where(text => text.Length > 0).SelectMany(text => new[]
        {
            Links.Film(text), Links.FilmJson(text), "/reviews/" + Uri.EscapeDataString(text), "/api/reviews/" + Uri.EscapeDataString(text),
            "/api/films?year=" + Uri.EscapeDataString(text), "/api/films?continuation=" + Uri.EscapeDataString(text), Links.Search(new FilmSearch(text, text), text),
        }).Select(async path =>
        {
            using var answer = await app.Http.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();

            Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{path}: {answer.StatusCode}");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                Assert.DoesNotContain('<', body);
                JsonDocument.Parse(body).Dispose();
            }
            else
            {
                Assert.DoesNotContain("<script>", body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<img", body, StringComparison.OrdinalIgnoreCase);
            }
        }));
    }

    /// <summary>The longest part of a text that comes back as it went in: between control characters and broken surrogates.</summary>
    private static string Readable(string text) =>
        text.Split([.. text.Where(unit => char.IsControl(unit) || char.IsSurrogate(unit))]).MaxBy(part => part.Length)!;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value).Prepend(property.Name)),
        _ => [],
    };
}
