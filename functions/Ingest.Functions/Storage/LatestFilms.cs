using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>The films that came last, and how many there are.</summary>
/// <remarks>A scan of the list of all films, kept for a moment: a film's row there is written when the film appears and when
/// its title or its year changes. Of more than 20,000 films, those that come first by title are looked at.</remarks>
internal sealed class LatestFilms(IngestStorage storage, TimeProvider clock)
{
    /// <summary>Most films that are given.</summary>
    public const int Most = 24;

    private const int MaxPages = 20;
    private const int RowsOfPage = 1000;

    private static readonly string[] Columns = ["FilmId", "Title", "Year", "Timestamp"];

    private readonly Kept<FilmScan> kept = new(token => ScanAsync(storage, token), clock);

    /// <summary>The latest first.</summary>
    public Task<FilmScan> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(cancellationToken);

    private static async Task<FilmScan> ScanAsync(IngestStorage storage, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Projection.AllPartition} and Deleted eq false");
        var latest = new List<(FilmHit Film, DateTimeOffset At)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        var pages = 0;
        do
        {
            (var rows, token) = await TablePages.ReadAsync(storage.Titles, filter, RowsOfPage, Columns, token, cancellationToken);
            ids.UnionWith(rows.Select(row => row.GetString("FilmId")));
            latest = [.. latest.Concat(rows.Select(Entry))
                .OrderByDescending(entry => entry.At)
                .ThenBy(entry => entry.Film.Id, StringComparer.Ordinal)
                .DistinctBy(entry => entry.Film.Id)
                .Take(Most)];
        }
        while (token is not null && ++pages < MaxPages);
        return new([.. latest.Select(entry => entry.Film)], ids.Count, token is null);
    }

    private static (FilmHit Film, DateTimeOffset At) Entry(TableEntity row) => (
        new FilmHit(row.GetString("FilmId"), row.GetString("Title"), row.GetInt32("Year"), row.GetString("Title"), false),
        row.Timestamp ?? default);
}

/// <summary>What a scan of the films found.</summary>
/// <param name="Latest">The latest films, latest first.</param>
/// <param name="Count">Number of films.</param>
/// <param name="IsWhole">Whether all were looked at.</param>
internal sealed record FilmScan(ImmutableArray<FilmHit> Latest, int Count, bool IsWhole);
