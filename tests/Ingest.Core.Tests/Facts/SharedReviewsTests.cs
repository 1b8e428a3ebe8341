using System.Text.Json;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Facts;

/// <summary>The pages the product was conceived from must give everything that is expected of them.</summary>
public class SharedReviewsTests
{
    private static readonly Lazy<(JsonElement Expected, List<FilmProfile> Profiles)> Read = new(ReadAll);

    [Fact]
    public void Every_expected_film_is_read_with_all_its_facts()
    {
        var (expected, profiles) = Read.Value;
        foreach (var film in expected.GetProperty("films").EnumerateArray())
        {
            var title = film.GetProperty("title").GetString()!;
            var profile = Assert.Single(profiles, p => Same(p.Title.Value, title) || Variants(film).Any(v => Same(p.Title.Value, v)));
            if (film.TryGetProperty("year", out var year))
            {
                Assert.Equal(year.GetInt32(), profile.Year?.Value);
            }

            if (film.TryGetProperty("subjectOf", out var subjectOf))
            {
                Assert.Equal(subjectOf.GetArrayLength(), profile.SubjectOf);
            }

            Assert.All(Strings(film, "countries"), c => Assert.Contains(profile.Countries, v => v.Value == c));
            Assert.All(Strings(film, "genres"), g => Assert.Contains(profile.Genres, v => v.Value == g));
            Assert.All(Strings(film, "comparisons"), c => Assert.Contains(profile.Comparisons, v => Same(v.Value, c)));
            HasCast(film, profile);
            HasFigures(film, profile);
        }
    }

    [Fact]
    public void Nothing_is_read_that_the_pages_do_not_say()
    {
        var (expected, profiles) = Read.Value;
        foreach (var film in expected.GetProperty("films").EnumerateArray())
        {
            var profile = profiles.Single(p => Variants(film).Append(film.GetProperty("title").GetString()!).Any(v => Same(p.Title.Value, v)));
            var names = film.GetProperty("cast").EnumerateArray().SelectMany(Names).ToList();
            Assert.All(profile.Cast, member => Assert.Contains(names, n => Same(n, member.Person)));
            if (film.TryGetProperty("boxOffice", out var figures))
            {
                Assert.Equal(figures.GetArrayLength(), profile.BoxOffice.Length);
                Assert.Equal(film.GetProperty("budget").GetArrayLength(), profile.Budget.Length);
            }
        }

        // Films beyond the expected ones are at most those that the expected ones are compared with.
        var known = expected.GetProperty("films").EnumerateArray()
            .SelectMany(f => Variants(f).Append(f.GetProperty("title").GetString()!).Concat(Strings(f, "comparisons"))).ToList();
        Assert.All(profiles, p => Assert.Contains(known, k => Same(k, p.Title.Value)));
    }

    [Fact]
    public void No_name_of_the_never_list_is_in_a_cast_or_a_title()
    {
        var (expected, profiles) = Read.Value;
        var text = string.Join('\n', expected.GetProperty("never").EnumerateArray().Select(n => n.GetString()));
        var allowed = expected.GetProperty("films").EnumerateArray().SelectMany(f => f.GetProperty("cast").EnumerateArray().SelectMany(Names)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var titles = expected.GetProperty("films").EnumerateArray().SelectMany(f => Variants(f).Append(f.GetProperty("title").GetString()!)).ToList();

        Assert.All(profiles.SelectMany(p => p.Cast), member => Assert.True(allowed.Contains(member.Person) || !text.Contains(member.Person, StringComparison.OrdinalIgnoreCase), member.Person));
        Assert.All(profiles, p => Assert.True(titles.Exists(t => Same(t, p.Title.Value)) || !text.Contains(p.Title.Value, StringComparison.OrdinalIgnoreCase), p.Title.Value));
    }

    private static void HasCast(JsonElement film, FilmProfile profile)
    {
        foreach (var wanted in film.GetProperty("cast").EnumerateArray())
        {
            var names = Names(wanted).ToList();
            var member = Assert.Single(profile.Cast, c => names.Exists(n => Same(n, c.Person)));
            if (wanted.ValueKind == JsonValueKind.Object)
            {
                var character = wanted.GetProperty("character").GetString();
                Assert.True(character is null ? member.Character is null : member.Character is not null && Same(character, member.Character), $"{member.Person} plays {member.Character}, not {character}");
            }
        }
    }

    private static void HasFigures(JsonElement film, FilmProfile profile)
    {
        if (!film.TryGetProperty("boxOffice", out var figures))
        {
            return;
        }

        foreach (var wanted in figures.EnumerateArray())
        {
            var figure = Assert.Single(profile.BoxOffice, f => Json(f.Measure) == wanted.GetProperty("measure").GetString());
            Assert.Equal(wanted.GetProperty("amount").GetDecimal(), figure.Amount);
            Assert.Equal(wanted.GetProperty("currency").GetString(), figure.Currency);
            Assert.Equal(wanted.GetProperty("territory").GetString(), figure.Territory);
            Assert.Equal(wanted.GetProperty("qualifier").GetString(), Json(figure.Qualifier));
        }

        foreach (var wanted in film.GetProperty("budget").EnumerateArray())
        {
            var budget = Assert.Single(profile.Budget);
            Assert.Equal(wanted.GetProperty("amount").GetDecimal(), budget.Amount);
            Assert.Equal(wanted.GetProperty("currency").GetString(), budget.Currency);
            Assert.Equal(wanted.GetProperty("qualifier").GetString(), Json(budget.Qualifier));
            Assert.Equal(wanted.GetProperty("amountMax").ValueKind == JsonValueKind.Null, budget.AmountMax is null);
        }
    }

    private static (JsonElement Expected, List<FilmProfile> Profiles) ReadAll()
    {
        var folder = SharedData.PathOf("reviews");
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;
        var evidence = new List<Evidence>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.html"))
        {
            var reading = ReviewReader.Read(File.ReadAllBytes(file), ReadingLimits.Default);
            Assert.True(reading.IsReview, file);
            evidence.AddRange(reading.Films.Select(f => new Evidence(Path.GetFileNameWithoutExtension(file), reading.Article.PublishedOn, f)));
        }

        return (expected, [.. FilmMerge.Merge(evidence)]);
    }

    private static IEnumerable<string> Names(JsonElement person) => person.ValueKind == JsonValueKind.String
        ? [person.GetString()!]
        : Strings(person, "aliases").Prepend(person.GetProperty("person").GetString()!);

    private static IEnumerable<string> Variants(JsonElement film) => Strings(film, "titleVariantsInText");

    private static IEnumerable<string> Strings(JsonElement element, string property) =>
        element.TryGetProperty(property, out var values) ? values.EnumerateArray().Select(v => v.GetString()!) : [];

    private static bool Same(string one, string other) => TitleWords.Of(one).SequenceEqual(TitleWords.Of(other), StringComparer.Ordinal);

    private static string Json<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
