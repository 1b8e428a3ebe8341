using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

/// <summary>Evidence in few words: <c>Says.Review("a", "Ember").Year(1982).Director("Ida Holt")</c>.</summary>
internal sealed class Says(string review, string title, bool subject = true, DateOnly? publishedOn = null)
{
    private readonly List<Statement> statements = [new TitleStatement(title, QuoteOf(title), 0.9)];

    public static Says Review(string review, string title, bool subject = true, string? published = null) =>
        new(review, title, subject, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture));

    public Says Titled(string other) => With(quote => new TitleStatement(other, quote, 0.9));

    public Says AlsoTitled(string other, double confidence = 0.9) => With(quote => new AlternateTitleStatement(other, quote, confidence));

    public Says Year(int year, double confidence = 0.9) => With(quote => new YearStatement(year, quote, confidence));

    public Says Country(string country) => With(quote => new CountryStatement(country, quote, 0.9));

    public Says Genre(string genre) => With(quote => new GenreStatement(genre, quote, 0.9));

    public Says Director(string person) => With(quote => new DirectorStatement(person, quote, 0.9));

    public Says Writer(string person) => With(quote => new WriterStatement(person, quote, 0.9));

    public Says Cast(string person, string? character = null) => With(quote => new CastStatement(person, character, quote, 0.9));

    public Says Gross(decimal amount, string? territory = null, Qualifier qualifier = Qualifier.Exact, string currency = "USD") =>
        With(quote => new BoxOfficeStatement(BoxOfficeMeasure.Gross, amount, currency, territory, qualifier, quote, 0.9));

    public Says Admissions(decimal amount, string? territory = null, Qualifier qualifier = Qualifier.Exact) =>
        With(quote => new BoxOfficeStatement(BoxOfficeMeasure.Admissions, amount, null, territory, qualifier, quote, 0.9));

    public Says Budget(decimal amount, decimal? max = null, string currency = "USD") =>
        With(quote => new BudgetStatement(amount, max, currency, Qualifier.Exact, quote, 0.9));

    public Says Runtime(int minutes) => With(quote => new RuntimeStatement(minutes, quote, 0.9));

    public Says Released(string date, string? territory = null) => With(quote => new ReleaseDateStatement(
        DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), territory, quote, 0.9));

    public Says Id(string source, string id) => With(quote => new ExternalIdStatement(source, id, quote, 0.9));

    public Says LikensTo(string other) => With(quote => new ComparisonStatement(other, quote, 0.9));

    public Evidence Done() => new(review, publishedOn, new FilmStatements(title, subject, [.. statements]));

    public static implicit operator Evidence(Says says) => says.Done();

    private Says With(Func<Quote, Statement> statement)
    {
        statements.Add(statement(QuoteOf(FormattableString.Invariant($"Sentence {statements.Count} about {title}."))));
        return this;
    }

    private static Quote QuoteOf(string text) => new(text, null, null);
}

/// <summary>Merges evidence written with <see cref="Says"/>.</summary>
internal static class Merged
{
    public static ImmutableArray<FilmProfile> Of(params Says[] evidence) => FilmMerge.Merge(evidence.Select(says => says.Done()));

    public static FilmProfile One(params Says[] evidence) => Assert.Single(Of(evidence));
}
