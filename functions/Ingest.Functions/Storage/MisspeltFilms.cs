using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>Finds films whose title or person was misspelt. Looks at a bounded part of what there is.</summary>
internal sealed class MisspeltFilms(IngestStorage storage)
{
    private const int LeastLetters = 3;
    private const int PageRows = 1000;
    private const int ManyPages = 3;
    private const string FirstLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The films, closest first.</summary>
    public async Task<ImmutableArray<FilmHit>> FindAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        foreach (var ranges in RangesOf(query))
        {
            var rows = await Task.WhenAll(ranges.Select(range => ReadAsync(range, cancellationToken)));
            var found = rows.SelectMany(row => row)
                .Select(row => (Row: row, Distance: DistanceOf(row, query)))
                .Where(close => close.Distance is not null)
                .OrderBy(close => close.Distance)
                .Select(close => TitleRow.HitOf(close.Row) with { Approximate = true })
                .DistinctBy(hit => hit.Id)
                .Take(query.Limit)
                .ToImmutableArray();
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        return [];
    }

    // Each step is taken only where those before have found nothing.
    private static IEnumerable<IEnumerable<Range>> RangesOf(FilmQuery query)
    {
        var (kind, form) = query.PersonForm is { } person
            ? (Projection.ByPerson, person)
            : (Projection.ByTitle, query.TitleForm ?? "");
        if (form.Length < LeastLetters)
        {
            yield break;
        }

        if (query is { PersonForm: not null, TitleForm: not null })
        {
            yield return [Of(form, ManyPages)];
        }

        yield return form[0] == form[1]
            ? [Of(form[..2], ManyPages)]
            : [Of(form[..2], ManyPages), Of($"{form[1]}{form[0]}", 1)];
        if (query.IsBeginningRight)
        {
            yield break;
        }

        // The second letter may be wrong, missing or too many; the first may be too many, or any other.
        yield return [Of(form[..1], ManyPages), Of(form[1..3], 1)];
        if (char.IsAsciiLetterOrDigit(form[0]))
        {
            yield return FirstLetters.Where(letter => letter != form[0]).Select(letter => Of($"{letter}{form[1..3]}", 1));
        }

        Range Of(string beginning, int pages) => new(TitleRow.Beginning(kind, beginning, query.Year), pages);
    }

    private static int? DistanceOf(TableEntity row, FilmQuery query)
    {
        var form = row.GetString("Form");
        if (query.PersonForm is not { } person)
        {
            return Distance(query.TitleForm!, form);
        }

        return Distance(person, form) + (query.TitleForm is { } title ? Distance(title, row.GetString("TitleForm")) : 0);
    }

    private static int? Distance(string typed, string form) =>
        form.StartsWith(typed, StringComparison.Ordinal) ? 0 : Misspelling.Distance(typed, form);

    private async Task<List<TableEntity>> ReadAsync(Range range, CancellationToken cancellationToken)
    {
        var found = new List<TableEntity>();
        string? token = null;
        for (var page = 0; page == 0 || (page < range.Pages && token is not null); page++)
        {
            (var rows, token) = await TablePages.ReadAsync(
                storage.Titles, range.Filter, PageRows, TitleRow.Columns, token, cancellationToken);
            found.AddRange(rows);
        }

        return found;
    }

    private sealed record Range(string Filter, int Pages);
}
