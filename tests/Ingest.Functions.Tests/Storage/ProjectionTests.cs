using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

public sealed class ProjectionTests
{
    private static readonly TitleKey Group = TitleKey.Of("Ember Road");

    [Fact]
    public void The_rows_of_a_title_of_thousands_of_films_still_fit_into_the_row_that_lists_them()
    {
        var merge = FilmMerge.MergeGroup(Group, Enumerable.Range(0, 3_000).Select(film => Review(film, $"Director {Letters(film)}")));
        Assert.InRange(merge.Profiles.Length, 2_000, 3_000);

        var rows = Projection.Of(Group, merge);

        var states = rows.Values.ToImmutableDictionary(row => row.Id, row => new ProjectedState(row.Hash, $"W/\"datetime'{TableKey.Hash(row.Id)[..40]}'\""));
        var made = new StoredProjections([.. Projection.Served(merge).Select(film => film.Id)], states, []);
        var packed = Payload.Pack(JsonSerializer.SerializeToUtf8Bytes(made, IngestJson.Instance.StoredProjections));
        Assert.InRange(packed.Length, 1, Payload.MaxBytes);
        Assert.Equal(1_000, rows.Values.Count(row => row.Table == ProjectionTable.Films));
    }

    [Fact]
    public void A_profile_of_very_long_quotes_keeps_its_best_supported_values_and_fits_into_its_row()
    {
        var random = new Random(1);
        var reviews = Enumerable.Range(0, 60).Select(number => new Evidence($"{number}.html", null, new FilmStatements("Ember Road", true,
        [
            .. Enumerable.Range(0, 80).Select(person => new CastStatement($"Bo {Letters(person)}ingham", null, Noise(), 0.9)),
            .. Enumerable.Range(0, 40).Select(genre => new GenreStatement($"genre {Letters(genre)}", Noise(), 0.9)),
        ])));

        var row = Assert.Single(Projection.Of(Group, FilmMerge.MergeGroup(Group, reviews)).Values, row => row.Table == ProjectionTable.Films);

        Assert.InRange(row.Packed!.Length, 1, Payload.MaxBytes);
        var profile = JsonSerializer.Deserialize(Payload.Read(row.ToEntity(1))!, Core.CoreJson.Instance.FilmProfile)!;
        Assert.Equal(60, profile.ReviewCount);
        Assert.NotEmpty(profile.Cast);

        Quote Noise() => new(string.Concat(Enumerable.Range(0, 1_000).Select(_ => (char)random.Next('\u4e00', '\u9fa5'))), null, null);
    }

    [Fact]
    public void What_is_handed_over_changes_by_one_row_with_one_review()
    {
        var reviews = Enumerable.Range(0, 1_000).Select(number => Review(number, "Ada Quill")).ToImmutableArray();
        var handover = new Handover(TitleKey.Of("Another"), reviews);

        var before = HandoverRows.Of(Group, handover).ToDictionary(row => row.Id, row => row.Hash);
        var after = HandoverRows.Of(Group, handover with { Evidence = reviews.RemoveAt(500) }).ToDictionary(row => row.Id, row => row.Hash);

        Assert.InRange(before.Count, 1_000 / 64, 64);
        Assert.Single(before, row => after.GetValueOrDefault(row.Key) != row.Value);
    }

    [Fact]
    public void Rows_of_a_handover_hold_all_of_it_whatever_its_order()
    {
        var reviews = Enumerable.Range(0, 300).Select(number => Review(number, "Ada Quill")).ToList();

        var rows = HandoverRows.Of(Group, new Handover(TitleKey.Of("Another"), [.. reviews])).ToList();
        var turned = HandoverRows.Of(Group, new Handover(TitleKey.Of("Another"), [.. reviews.AsEnumerable().Reverse()])).ToList();

        var held = rows.SelectMany(row => JsonSerializer.Deserialize(Payload.Read(row.ToEntity(1))!, IngestJson.Instance.StoredHandover)!.Evidence);
        Assert.Equal(reviews.Select(one => one.Review).Order(StringComparer.Ordinal), held.Select(one => one.Review).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Select(row => (row.Id, row.Hash)).Order(), turned.Select(row => (row.Id, row.Hash)).Order());
    }

    private static Evidence Review(int number, string director)
    {
        var quote = new Quote("Ember Road", null, null);
        return new($"{number}.html", null, new FilmStatements("Ember Road", true,
        [
            new TitleStatement("Ember Road", quote, 0.9),
            new YearStatement(1900 + (number % 100), quote, 0.9),
            new DirectorStatement(director, quote, 0.9),
            new CastStatement($"Bo Lind {Letters(number)}", null, quote, 0.9),
        ]));
    }

    private static string Letters(int number) => string.Concat(number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
