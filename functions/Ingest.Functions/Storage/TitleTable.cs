using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>Finds films by the beginning of a title or a name: one scan of a range of one partition.</summary>
internal sealed class TitleTable(IngestStorage storage)
{
    // The last of all characters that keys are made of.
    private const string End = "~";
    private const int FuzzyPages = 3;
    private const int FuzzyPrefix = 2;

    private static readonly string[] Columns = ["FilmId", "Title", "Year", "Form", "Matched"];

    /// <summary>Films whose title or person begins so; exact matches first, then in the order of the alphabet. Where no
    /// title begins so, those with a title that is merely misspelt, closest first. A film comes once for each of its titles
    /// that match, and only once on one page.</summary>
    /// <exception cref="FormatException">The continuation is none that this method gave.</exception>
    public async Task<ResultPage<FilmHit>> FindAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        var token = query.Continuation is { } place ? Continuation.Decode(place) : null;
        var title = query.Title is null ? null : SearchForm.OfTitle(query.Title);
        var (rows, next) = await TablePages.ReadAsync(
            storage.Titles, Range(query, title), query.Limit, Columns, token, cancellationToken);
        if (rows.Count == 0 && next is null && token is null && title is { Length: > FuzzyPrefix } && query.Person is null)
        {
            return new(await FuzzyAsync(query, title, cancellationToken), null);
        }

        return new(Distinct(rows.Select(row => Hit(row))), next is null ? null : Continuation.Encode(next));
    }

    private static string Range(FilmQuery query, string? title)
    {
        var (partition, key) = (Projection.AllPartition, "");
        var filter = "";
        if (query.Person is not null)
        {
            var person = SearchForm.OfPerson(query.Person);
            (partition, key) = (Projection.PartitionOf(Projection.ByPerson, person), Projection.KeyOf(person));
            if (title is not null)
            {
                // Forms are compared as the service compares texts: by code unit.
                filter += " and " + TableClient.CreateQueryFilter($"TitleForm ge {title} and TitleForm lt {title + '\uffff'}");
            }
        }
        else if (title is not null)
        {
            (partition, key) = (Projection.PartitionOf(Projection.ByTitle, title), Projection.KeyOf(title));
        }

        return Within(partition, key) + filter
            + (query.Year is { } year ? " and " + TableClient.CreateQueryFilter($"Year eq {year}") : "");
    }

    private static string Within(string partition, string key) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {key} and RowKey lt {key + End}")
        + " and Deleted eq false";

    // The first letters are taken to be right; what follows may differ. A bounded part of the partition is looked at.
    private async Task<ImmutableArray<FilmHit>> FuzzyAsync(FilmQuery query, string title, CancellationToken cancellationToken)
    {
        var filter = Within(Projection.PartitionOf(Projection.ByTitle, title), Projection.KeyOf(title[..FuzzyPrefix]))
            + (query.Year is { } year ? " and " + TableClient.CreateQueryFilter($"Year eq {year}") : "");
        var close = new List<(int Distance, FilmHit Hit)>();
        string? token = null;
        for (var page = 0; page < FuzzyPages; page++)
        {
            (var rows, token) = await TablePages.ReadAsync(storage.Titles, filter, 1000, Columns, token, cancellationToken);
            foreach (var row in rows)
            {
                if (Misspelling.Distance(title, row.GetString("Form")) is { } distance)
                {
                    close.Add((distance, Hit(row) with { Approximate = true }));
                }
            }

            if (token is null)
            {
                break;
            }
        }

        return [.. Distinct(close.OrderBy(found => found.Distance).Select(found => found.Hit)).Take(query.Limit)];
    }

    private static ImmutableArray<FilmHit> Distinct(IEnumerable<FilmHit> hits) => [.. hits.DistinctBy(hit => hit.Id)];

    private static FilmHit Hit(TableEntity row) => new(
        row.GetString("FilmId"), row.GetString("Title"), row.GetInt32("Year"), row.GetString("Matched"), false);
}
