using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Pages;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>What the start page shows: what came last, or what a search finds.</summary>
internal sealed class StartPages(TitleTable titles, LatestFilms films, LatestReviews reviews)
{
    private const int FilmsOnPage = 24;

    private static readonly string[] Sought = ["title", "person", "year", "continuation"];

    /// <summary>What it shows, or null where the continuation is none that it gave.</summary>
    public async Task<StartView?> FindAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        Sought.Any(query.ContainsKey)
            ? await FoundAsync(query, cancellationToken)
            : await LatestAsync(cancellationToken);

    private async Task<StartView> LatestAsync(CancellationToken cancellationToken)
    {
        var (film, review) = (films.ReadAsync(cancellationToken), reviews.ReadAsync(cancellationToken));
        await Task.WhenAll(film, review);
        return new StartView
        {
            Films = [.. (await film).Latest.Select(SummaryOf)],
            Reviews = [.. (await review).Latest.Select(ReviewSummaries.Of)],
            Totals = TotalsOf(SiteCount.Of(await film, await review)),
        };
    }

    private async Task<StartView?> FoundAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var search = new FilmSearch(query["title"], query["person"], query["year"]);
        var parameters = new Parameters(query);
        var (title, person) = (parameters.Text("title"), parameters.Text("person"));
        if (parameters.Error is not null)
        {
            return new StartView { Search = search, Problem = "A title or a name has at most 200 characters, and stands in the address once." };
        }

        var year = parameters.Year();
        if (parameters.Error is not null)
        {
            return new StartView { Search = search, Problem = "A year has four digits, such as 2013." };
        }

        var sought = new FilmQuery(title, person, year, FilmsOnPage, parameters.Continuation());
        if (parameters.Error is not null)
        {
            return null;
        }

        try
        {
            var found = await titles.FindAsync(sought, cancellationToken);
            return new StartView
            {
                Search = search,
                Films = [.. found.Items.Select(SummaryOf)],
                Continuation = found.Continuation,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A film as lists show it.</summary>
    public static FilmSummary SummaryOf(FilmHit hit) => new(hit.Id, hit.Title, hit.Year);

    private static SiteTotals TotalsOf(SiteCount count)
    {
        return new(count.Films, Of(ReviewStatus.Ingested), Of(ReviewStatus.Received), Of(ReviewStatus.Rejected), Of(ReviewStatus.Failed))
        {
            IsMore = !count.IsWhole,
        };

        int Of(ReviewStatus status) => count.Reviews.GetValueOrDefault(status);
    }
}
