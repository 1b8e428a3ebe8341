using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Pages;
using Microsoft.Extensions.Caching.Memory;

namespace Ingest.Functions.Web;

/// <summary>The pages of films: what a page shows is found once for all who ask within a moment, and it is rendered once, and
/// only when somebody asks who has not got it.</summary>
/// <remarks>A profile names up to fifty reviews, each of which costs a point read.</remarks>
internal sealed class FilmPages(ReviewTable reviews, PageRenderer pages) : IDisposable
{
    // In bytes of profiles; their pages take a few times as much.
    private const int MostKept = 16 << 20;

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The page of a film that has a profile.</summary>
    public async Task<FilmPage> FindAsync(StoredProfile film, CancellationToken cancellationToken)
    {
        var json = film.Json!;
        var page = kept.GetOrCreate(film.ContentHash, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = KeptFor;
            entry.Size = json.Length;
            return new Lazy<Task<FilmPage>>(() => ReadAsync(json, film.ContentHash));
        })!;
        try
        {
            return await page.Value.WaitAsync(cancellationToken);
        }
        catch when (page.Value.IsFaulted)
        {
            kept.Remove(film.ContentHash);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    // Others may wait for it as well: nobody who gives up stops it.
    private async Task<FilmPage> ReadAsync(byte[] json, string contentHash)
    {
        var profile = ProfileJson.Read(json);
        var records = await Task.WhenAll(
            profile.Reviews.Select(name => reviews.FindAsync(ReviewName.Listed(name), CancellationToken.None)));
        var view = new FilmView(profile)
        {
            Reviews = [.. records.OfType<ReviewRecord>()
                .Where(record => record.Status != ReviewStatus.Deleted)
                .Select(ReviewSummaries.Of)],
        };
        return new FilmPage(TagOf(contentHash, view.Reviews), async () => Encoding.UTF8.GetBytes(await pages.RenderAsync(view)));
    }

    private static string TagOf(string contentHash, ImmutableArray<ReviewSummary> shown)
    {
        var parts = new StringBuilder(PageRenderer.Version).Append(contentHash);
        foreach (var review in shown)
        {
            parts.Append(
                CultureInfo.InvariantCulture,
                $"\n{review.Name}\n{review.State}\n{review.Title}\n{review.SiteName}\n{review.Reason}\n{review.PublishedOn:o}");
        }

        return ApiResult.TagOf(Encoding.UTF8.GetBytes(parts.ToString()));
    }
}

/// <summary>The page of a film.</summary>
/// <param name="tag">Its entity tag.</param>
/// <param name="render">Renders it.</param>
internal sealed class FilmPage(string tag, Func<Task<byte[]>> render)
{
    private readonly Lazy<Task<byte[]>> html = new(render);
    private Task<byte[]>? gzip;

    /// <summary>Changes with whatever the page shows; known without rendering it.</summary>
    public string Tag => tag;

    /// <summary>Its HTML as UTF-8, rendered when it is asked for first.</summary>
    public Task<byte[]> HtmlAsync() => html.Value;

    /// <summary>The same as gzip, made when it is asked for first.</summary>
    public Task<byte[]> GzipAsync() => gzip ??= EncodeAsync();

    private async Task<byte[]> EncodeAsync() => ContentCoding.Encode(await html.Value, ContentCoding.Gzip);
}
