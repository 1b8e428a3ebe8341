using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>Finds films by the beginning of a title or a name: scans of a range of one partition.</summary>
internal sealed class TitleTable(IngestStorage storage, MisspeltFilms misspelt)
{
    // A page that a year or a title leaves empty has cost a scan of up to 1,000 rows; a request pays for only so many.
    private const int PagesPerRequest = 5;
    private const int WholePage = 1000;
    private const int ManyTitles = 50;

    // Of a title's very short beginning, no more films than these are known to have it among their other titles.
    private const int TitlePages = 3;

    /// <summary>Films whose title or person begins so; exact matches first, then in the order of the alphabet. Where none
    /// begins so, those with a title or person that is merely misspelt, closest first. A film comes once on a page; on
    /// another it comes again only by a second name of its people, or by a second of its other titles.</summary>
    /// <exception cref="FormatException">The continuation is none that this method gave for this query.</exception>
    public async Task<ResultPage<FilmHit>> FindAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(query, cancellationToken);
        return page is { Items.IsEmpty: true, Continuation: null } && query.Continuation is null
            ? new(await misspelt.FindAsync(query, cancellationToken), null)
            : page;
    }

    private async Task<ResultPage<FilmHit>> ReadAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        var place = query.Continuation is { } continuation
            ? Place.Parse(Continuation.Decode(continuation, query.Key))
            : new Place("", null);
        var titled = query is { PersonForm: not null, TitleForm: not null } ? await TitledAsync(query, cancellationToken) : [];
        var found = new List<FilmHit>();
        for (var pages = 0; pages < PagesPerRequest && found.Count < query.Limit; pages++)
        {
            var (rows, next) = await TablePages.ReadAsync(
                storage.Titles, FilterOf(query, place.After), PageSize(query, found.Count), TitleRow.Columns, place.Token, cancellationToken);
            var end = place with { Token = next };
            foreach (var row in rows)
            {
                if (Fits(row, query, titled) && found.All(hit => hit.Id != row.GetString("FilmId")))
                {
                    if (found.Count == query.Limit)
                    {
                        return Page(new Place(place.After, null));
                    }

                    found.Add(TitleRow.HitOf(row));
                }

                place = new Place(row.RowKey, null);
            }

            place = end;
            if (next is null)
            {
                return new([.. found], null);
            }
        }

        return Page(place);

        ResultPage<FilmHit> Page(Place rest) => new([.. found], Continuation.Encode(rest.ToString(), query.Key));
    }

    private static string FilterOf(FilmQuery query, string after)
    {
        var range = query switch
        {
            { PersonForm: { } person } => TitleRow.Beginning(Projection.ByPerson, person, query.Year),
            { TitleForm: { } title } => TitleRow.Beginning(Projection.ByTitle, title, query.Year),
            _ => TitleRow.All(query.Year),
        };
        return after.Length == 0 ? range : range + " and " + TableClient.CreateQueryFilter($"RowKey gt {after}");
    }

    // Of a person's films most may have other titles than the one asked for; of titles, some are not their film's main one.
    private static int PageSize(FilmQuery query, int found) => query switch
    {
        { TitleForm: null } => query.Limit - found,
        { PersonForm: null } => Math.Max(query.Limit - found, ManyTitles),
        _ => WholePage,
    };

    // A film comes once: by its main title where that begins so.
    private static bool Fits(TableEntity row, FilmQuery query, HashSet<string> titled)
    {
        if (query.TitleForm is not { } title)
        {
            return true;
        }

        var main = row.GetString("TitleForm");
        var isByMain = main.StartsWith(title, StringComparison.Ordinal);
        return query.PersonForm is null
            ? !isByMain || row.GetString("Form") == main
            : isByMain || titled.Contains(row.GetString("FilmId"));
    }

    private async Task<HashSet<string>> TitledAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var filter = TitleRow.Beginning(Projection.ByTitle, query.TitleForm!, query.Year);
        string? token = null;
        for (var page = 0; page == 0 || (page < TitlePages && token is not null); page++)
        {
            (var rows, token) = await TablePages.ReadAsync(storage.Titles, filter, WholePage, ["FilmId"], token, cancellationToken);
            ids.UnionWith(rows.Select(row => row.GetString("FilmId")));
        }

        return ids;
    }

    /// <summary>Where a scan goes on: behind a row, or where the service stopped.</summary>
    private sealed record Place(string After, string? Token)
    {
        public static Place Parse(string text)
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return end < 0
                ? throw new FormatException("The text is no place in a listing.")
                : new(text[..end], end + 1 < text.Length ? text[(end + 1)..] : null);
        }

        public override string ToString() => $"{After}\n{Token}";
    }
}
