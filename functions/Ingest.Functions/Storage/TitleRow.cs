using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>An entry that a film is found by, as it is stored.</summary>
internal static class TitleRow
{
    /// <summary>The columns that are read of it.</summary>
    public static readonly string[] Columns = ["RowKey", "FilmId", "Title", "Year", "Form", "TitleForm", "Matched"];

    // The last of all characters that keys are made of.
    private const string End = "~";

    /// <summary>The filter for entries of a kind whose form begins so and whose film is of a year.</summary>
    /// <param name="kind"><see cref="Projection.ByTitle"/> or <see cref="Projection.ByPerson"/>.</param>
    /// <param name="form">The form's beginning, not empty.</param>
    /// <param name="year">The year, or null.</param>
    public static string Beginning(string kind, string form, int? year) =>
        Within(Projection.PartitionOf(kind, form), Projection.KeyOf(form), year);

    /// <summary>The filter for entries of all films, of a year or of every year.</summary>
    public static string All(int? year) => Within(Projection.AllPartition, "", year);

    public static FilmHit HitOf(TableEntity row) => new(
        row.GetString("FilmId"), row.GetString("Title"), row.GetInt32("Year"), row.GetString("Matched"), false);

    private static string Within(string partition, string key, int? year) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {key} and RowKey lt {key + End}")
        + " and Deleted eq false"
        + (year is { } only ? " and " + TableClient.CreateQueryFilter($"Year eq {only}") : "");
}
