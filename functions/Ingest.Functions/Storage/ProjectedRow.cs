using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>A row that a title group is projected to: a film's profile, an entry that the film is found by, or evidence that
/// counts in another group.</summary>
/// <param name="Table">Which table.</param>
/// <param name="PartitionKey">Its partition.</param>
/// <param name="RowKey">Its key there. No two groups share one.</param>
/// <param name="Values">Its columns, without the build.</param>
/// <param name="Packed">Its compressed payload, or null.</param>
internal sealed record ProjectedRow(
    ProjectionTable Table,
    string PartitionKey,
    string RowKey,
    IReadOnlyDictionary<string, object?> Values,
    byte[]? Packed = null)
{
    public const string Build = "Build";
    public const string Deleted = "Deleted";
    public const string ContentHash = "ContentHash";
    public const string RedirectTo = "RedirectTo";

    private const char Separator = '|';

    /// <summary>Names the row among a group's rows.</summary>
    public string Id => IdOf(Table, PartitionKey, RowKey);

    /// <summary>The <see cref="Id"/> of a row.</summary>
    public static string IdOf(ProjectionTable table, string partitionKey, string rowKey) =>
        $"{(char)table}{Separator}{partitionKey}{Separator}{rowKey}";

    /// <summary>Changes when the content does; of a payload the column <see cref="ContentHash"/> tells.</summary>
    public string Hash
    {
        get
        {
            var content = new StringBuilder();
            foreach (var (name, value) in Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                content.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
            }

            return TableKey.Hash(content.ToString())[..16];
        }
    }

    /// <summary>What is left of the row with this id when its film is gone: a build that no late writer passes.</summary>
    /// <param name="id">An <see cref="Id"/>.</param>
    /// <param name="redirectTo">Id of the film that took the film's place, or null.</param>
    public static ProjectedRow Tombstone(string id, string? redirectTo)
    {
        var parts = id.Split(Separator);
        return new(
            (ProjectionTable)parts[0][0],
            parts[1],
            parts[2],
            new Dictionary<string, object?> { [Deleted] = true, [RedirectTo] = redirectTo });
    }

    public TableEntity ToEntity(long build)
    {
        var entity = new TableEntity(PartitionKey, RowKey) { [Build] = build };
        foreach (var (name, value) in Values)
        {
            entity[name] = value;
        }

        if (Packed is not null)
        {
            Payload.Put(entity, Packed);
        }

        return entity;
    }
}

/// <summary>The tables that title groups are projected to.</summary>
internal enum ProjectionTable
{
    /// <summary>Profiles.</summary>
    Films = 'f',

    /// <summary>Entries by title and person.</summary>
    Titles = 't',

    /// <summary>Evidence of other groups.</summary>
    Evidence = 'e',
}
