using System.Globalization;
using Ingest.Core.Facts;

namespace Ingest.Pages.Reviews;

/// <summary>Statements as people read them.</summary>
internal static class StatementWords
{
    /// <summary>What is stated: a label and a value.</summary>
    public static (string Label, string Value) Of(Statement statement) => statement switch
    {
        TitleStatement said => ("Title", said.Title),
        AlternateTitleStatement said => ("Also known as", said.Title),
        YearStatement said => ("Year", said.Year.ToString(CultureInfo.InvariantCulture)),
        CountryStatement said => ("Country", said.Country),
        GenreStatement said => ("Genre", said.Genre),
        DirectorStatement said => ("Director", said.Person),
        WriterStatement said => ("Writer", said.Person),
        CastStatement said => ("Cast", said.Character is null ? said.Person : said.Person + " as " + said.Character),
        BoxOfficeStatement said => (
            Wording.Measure(said.Measure),
            Wording.Money(said.Amount, null, said.Currency, said.Qualifier)
                + (said.Territory is null ? "" : ", " + said.Territory)),
        BudgetStatement said => ("Budget", Wording.Money(said.Amount, said.AmountMax, said.Currency, said.Qualifier)),
        RuntimeStatement said => ("Running time", Wording.Minutes(said.Minutes)),
        ReleaseDateStatement said => (
            "Released",
            Wording.Date(said.Date) + (said.Territory is null ? "" : ", " + said.Territory)),
        ComparisonStatement said => ("Compared with", said.Title),
        ExternalIdStatement said => ("Id at " + said.Source, said.Id),
        _ => ("Statement", statement.Quote.Text),
    };
}
