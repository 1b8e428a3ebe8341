using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>From a group's films to the rows they are served from, and those that other groups need of them. Pure.</summary>
internal static class Projection
{
    /// <summary>Partition of all films, in the order of their titles.</summary>
    public const string AllPartition = "all";

    public const string ByTitle = "title";
    public const string ByPerson = "person";
    public const string ByAll = "all";

    // A profile's rows stay few, whatever its reviews list.
    private const int MaxTitles = 30;
    private const int MaxPeople = 80;
    private const int MaxFormLength = 300;

    // The group's own row lists all of a group's rows, and takes about ten thousand.
    private const int MaxFilms = 1_000;
    private const int ManyRows = 5_000;
    private const int EntriesOfOneOfMany = 2;

    /// <summary>The films of a group that are served: of more than a thousand, those behind which most reviews stand.</summary>
    public static IEnumerable<FilmProfile> Served(GroupMerge merge) => merge.Profiles
        .OrderByDescending(profile => profile.ReviewCount)
        .ThenBy(profile => profile.Id, StringComparer.Ordinal)
        .Take(MaxFilms);

    /// <summary>All rows of a group. Where it has a great many films, the less reviewed ones are found by their titles
    /// only.</summary>
    public static ImmutableDictionary<string, ProjectedRow> Of(TitleKey group, GroupMerge merge)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, ProjectedRow>();
        foreach (var row in merge.Handovers.SelectMany(handover => HandoverRows.Of(group, handover)))
        {
            rows.Add(row.Id, row);
        }

        foreach (var profile in Served(merge))
        {
            var entries = EntriesOf(group, profile);
            foreach (var row in (rows.Count < ManyRows ? entries : entries.Take(EntriesOfOneOfMany)).Prepend(ProfileRow(group, profile)))
            {
                rows.TryAdd(row.Id, row);
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>The partition of titles or people that begin so.</summary>
    /// <param name="kind"><see cref="ByTitle"/> or <see cref="ByPerson"/>.</param>
    /// <param name="form">A form, not empty.</param>
    public static string PartitionOf(string kind, string form) =>
        kind[..1] + TableKey.Of(char.IsHighSurrogate(form[0]) && form.Length > 1 ? form[..2] : form[..1]);

    /// <summary>The beginning of the keys of entries whose form begins so.</summary>
    public static string KeyOf(string form)
    {
        var key = TableKey.Escape(form);
        return key[..Math.Min(key.Length, MaxFormLength)];
    }

    /// <summary>The row that a film's profile is in.</summary>
    public static (string PartitionKey, string RowKey) ProfileKey(TitleKey group, string filmId) =>
        (TableKey.Of(filmId), TableKey.Of(group.Value));

    private static ProjectedRow ProfileRow(TitleKey group, FilmProfile profile)
    {
        var (json, packed) = Fitting(profile);
        var (partition, row) = ProfileKey(group, profile.Id);
        var values = new Dictionary<string, object?>
        {
            ["FilmId"] = profile.Id,
            ["Group"] = group.Value,
            ["Reviews"] = profile.ReviewCount,
            [ProjectedRow.ContentHash] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json)),
            [ProjectedRow.Deleted] = false,
        };
        return new(ProjectionTable.Films, partition, row, values, packed);
    }

    // Profiles are bounded, but with very long quotes everywhere one may still be too large for a row.
    private static (byte[] Json, byte[] Packed) Fitting(FilmProfile profile)
    {
        while (true)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(profile, CoreJson.Instance.FilmProfile);
            var packed = Payload.Pack(json);
            if (packed.Length <= Payload.MaxBytes)
            {
                return (json, packed);
            }

            profile = profile with
            {
                AlternateTitles = Half(profile.AlternateTitles),
                Countries = Half(profile.Countries),
                Genres = Half(profile.Genres),
                Directors = Half(profile.Directors),
                Writers = Half(profile.Writers),
                Cast = Half(profile.Cast),
                BoxOffice = Half(profile.BoxOffice),
                Budget = Half(profile.Budget),
                Comparisons = Half(profile.Comparisons),
                ExternalIds = Half(profile.ExternalIds),
                Conflicts = Half(profile.Conflicts),
            };
        }

        static ImmutableArray<T> Half<T>(ImmutableArray<T> best) => best[..(best.Length / 2)];
    }

    private static IEnumerable<ProjectedRow> EntriesOf(TitleKey group, FilmProfile profile)
    {
        var titleForm = SearchForm.OfTitle(profile.Title.Value);
        yield return Entry(AllPartition, titleForm, ByAll, profile.Title.Value);

        foreach (var title in profile.AlternateTitles.Select(title => title.Value).Prepend(profile.Title.Value).Take(MaxTitles))
        {
            var form = SearchForm.OfTitle(title);
            yield return Entry(PartitionOf(ByTitle, form), form, ByTitle, title);
        }

        foreach (var (name, form) in PeopleOf(profile).Take(MaxPeople))
        {
            yield return Entry(PartitionOf(ByPerson, form), form, ByPerson, name);
        }

        ProjectedRow Entry(string partition, string form, string kind, string matched) => new(
            ProjectionTable.Titles,
            partition,
            $"{KeyOf(form)}!{TableKey.Hash($"{form}\n{profile.Id}\n{group.Value}")[..24]}",
            new Dictionary<string, object?>
            {
                ["FilmId"] = profile.Id,
                ["Group"] = group.Value,
                ["Title"] = profile.Title.Value,
                ["TitleForm"] = titleForm,
                ["Year"] = profile.Year?.Value,
                ["Kind"] = kind,
                ["Form"] = form,
                ["Matched"] = matched,
                [ProjectedRow.Deleted] = false,
            });
    }

    private static IEnumerable<(string Name, string Form)> PeopleOf(FilmProfile profile) =>
        profile.Directors.Concat(profile.Writers).SelectMany(credit => credit.Aliases.Prepend(credit.Person))
            .Concat(profile.Cast.SelectMany(member => member.Aliases.Prepend(member.Person)))
            .SelectMany(name => SearchForm.FormsOfPerson(name), (name, form) => (name, form))
            .DistinctBy(person => person.form);
}
