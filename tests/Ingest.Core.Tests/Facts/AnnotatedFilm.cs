using System.Text.Json;
using Ingest.Core.Facts;

namespace Ingest.Core.Tests.Facts;

/// <summary>One page of a set whose facts a person wrote down, as far as statements are told right or wrong by it.</summary>
internal sealed class AnnotatedFilm(string id, JsonElement facts)
{
    /// <summary>Name of the page's file, without its ending.</summary>
    public string Id => id;

    /// <summary>Title of the film that the page is about.</summary>
    public string Title => Text("title")!;

    /// <summary>The pages of a set: <c>gold.jsonl</c> and <c>html/</c>.</summary>
    public static IEnumerable<(AnnotatedFilm Film, byte[] Page)> Load(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")).Where(l => l.Length > 0))
        {
            var facts = JsonDocument.Parse(line).RootElement;
            var id = facts.GetProperty("id").GetString()!;
            yield return (new AnnotatedFilm(id, facts), File.ReadAllBytes(Path.Combine(folder, "html", id + ".html")));
        }
    }

    /// <summary>Whether what is read of the page's own film is what the page says; null for kinds that the set leaves out.</summary>
    public bool? IsRight(Statement statement) => statement switch
    {
        TitleStatement title => Same(title.Title, Title) || Texts("otherFilms").Any(t => Same(t, title.Title)),
        AlternateTitleStatement title => Texts("otherFilms").Append(Title).Any(t => Same(t, title.Title)),
        YearStatement year => facts.GetProperty("year") is { ValueKind: JsonValueKind.Number } stated && stated.GetInt32() == year.Year,
        CountryStatement country => Texts("countries").Any(c => Same(c, country.Country)),
        GenreStatement genre => Words(genre.Genre).All(w => Texts("genres").SelectMany(Words).Contains(w)),
        DirectorStatement director => Texts("directors").Any(p => Same(p, director.Person)),
        WriterStatement writer => Texts("writers").Any(p => Same(p, writer.Person)),
        CastStatement cast => Items("cast").Any(c => Same(Text(c, "person"), cast.Person) && (cast.Character is null || Text(c, "character") is not { } role || Same(role, cast.Character))),
        BoxOfficeStatement office when Kind(office.Measure) is { } kind => Items(kind).Any(m => IsSum(m, office.Amount, office.Currency)),
        BudgetStatement budget => Items("budget").Any(m => IsSum(m, budget.Amount, budget.Currency)),
        RuntimeStatement runtime => facts.GetProperty("runtimeMinutes") is { ValueKind: JsonValueKind.Number } stated && stated.GetInt32() == runtime.Minutes,
        ReleaseDateStatement release => Text("releaseDate") == release.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ComparisonStatement comparison => Texts("otherFilms").Any(t => Same(t, comparison.Title)),
        _ => null,
    };

    /// <summary>Whether another film that was read is named on the page.</summary>
    public bool IsNamed(string title) => Texts("otherFilms").Append(Title).Any(t => Same(t, title));

    /// <summary>Whether two names or titles have the same words.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Words(one).SequenceEqual(Words(other), StringComparer.Ordinal);

    private static string? Kind(BoxOfficeMeasure measure) => measure switch
    {
        BoxOfficeMeasure.Gross => "gross",
        BoxOfficeMeasure.OpeningWeekend => "openingWeekend",
        _ => null,
    };

    private static bool IsSum(JsonElement stated, decimal amount, string? currency) =>
        Text(stated, "currency") == currency && Math.Abs(stated.GetProperty("amount").GetDecimal() - amount) <= 0.005m * Math.Abs(stated.GetProperty("amount").GetDecimal());

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Normalize(System.Text.NormalizationForm.FormKD).ToLowerInvariant().Replace("&", " and ", StringComparison.Ordinal).Where(char.IsAscii).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string? Text(string name) => facts.GetProperty(name).GetString();

    private JsonElement.ArrayEnumerator Items(string name) => facts.GetProperty(name).EnumerateArray();

    private IEnumerable<string> Texts(string name) => Items(name).Select(i => i.GetString()!);
}
