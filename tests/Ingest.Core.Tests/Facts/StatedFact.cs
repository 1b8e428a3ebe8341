using System.Globalization;
using Ingest.Core.Facts;

namespace Ingest.Core.Tests.Facts;

/// <summary>A statement in the words of the tables.</summary>
internal static class StatedFact
{
    /// <summary>"cast Jane Roe = Anna", "gross 82000000 USD worldwide exact", ...</summary>
    public static string Of(Statement statement) => statement switch
    {
        TitleStatement title => "film " + title.Title,
        AlternateTitleStatement title => "alternate " + title.Title,
        YearStatement year => Text($"year {year.Year}"),
        CountryStatement country => "country " + country.Country,
        GenreStatement genre => "genre " + genre.Genre,
        DirectorStatement director => "director " + director.Person,
        WriterStatement writer => "writer " + writer.Person,
        CastStatement cast => $"cast {cast.Person} = {cast.Character ?? "?"}",
        BoxOfficeStatement office => Text($"{Measure(office.Measure)} {office.Amount} {office.Currency} {office.Territory} {Camel(office.Qualifier)}"),
        BudgetStatement budget => Text($"budget {budget.Amount}{(budget.AmountMax is { } upper ? "-" + upper.ToString(CultureInfo.InvariantCulture) : "")} {budget.Currency} {Camel(budget.Qualifier)}"),
        RuntimeStatement runtime => Text($"runtime {runtime.Minutes}"),
        ReleaseDateStatement release => Text($"release {release.Date:yyyy-MM-dd}"),
        ComparisonStatement comparison => "compared " + comparison.Title,
        ExternalIdStatement id => $"id {id.Source} {id.Id}",
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    /// <summary>Whether a statement is what a row of a table says: "cast Jane Roe" says nothing of the character, "cast *" nothing
    /// of the person, and a sum without a territory or a qualifier nothing of those.</summary>
    public static bool Says(string row, Statement statement)
    {
        var fact = Normal(Of(statement));
        var wanted = Normal(row);
        return wanted.EndsWith(" *", StringComparison.Ordinal)
            ? fact.StartsWith(wanted[..^1], StringComparison.Ordinal) && !(statement is TitleStatement)
            : fact == wanted || fact.StartsWith(wanted + " ", StringComparison.Ordinal) && statement is CastStatement or BoxOfficeStatement or BudgetStatement
                || (statement is BoxOfficeStatement && Matches(fact, wanted));
    }

    // "gross 1 USD exact" is said by "gross 1 USD worldwide exact": the row leaves the territory open.
    private static bool Matches(string fact, string wanted)
    {
        var words = wanted.Split(' ');
        return words.Length >= 3 && fact.StartsWith(string.Join(' ', words[..^1]) + " ", StringComparison.Ordinal) && fact.EndsWith(" " + words[^1], StringComparison.Ordinal);
    }

    private static string Normal(string fact) => string.Join(' ', fact.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Measure(BoxOfficeMeasure measure) => measure == BoxOfficeMeasure.OpeningWeekend ? "opening" : Camel(measure);

    private static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
