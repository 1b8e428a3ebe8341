using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films.Merging;

namespace Ingest.Core.Films;

/// <summary>The groups in which a film is looked for.</summary>
public static class TitleKeys
{
    // A film of more titles and ids than these is found by the ones that count most.
    private const int MaxTitles = 8;
    private const int MaxIds = 4;

    // What a page's reader was less sure of joins no films.
    private const double SureEnough = 0.8;

    /// <summary>
    /// The groups of what one review says about one film: that of its title with and without the subtitle, those of its other
    /// titles, and those of its ids. In order, at least one, each once.
    /// </summary>
    public static ImmutableArray<TitleKey> Of(FilmStatements film) => Of(film, TitleForm.Of);

    /// <summary>The other titles that a review is sure enough of, surest first.</summary>
    internal static IEnumerable<string> OtherTitles(FilmStatements film) => film.Statements
        .OfType<AlternateTitleStatement>()
        .Where(other => other.Confidence >= SureEnough)
        .OrderByDescending(other => other.Confidence)
        .ThenBy(other => other.Title, StringComparer.Ordinal)
        .Select(other => other.Title)
        .Distinct(StringComparer.Ordinal)
        .Take(MaxTitles);

    /// <inheritdoc cref="Of(FilmStatements)"/>
    internal static ImmutableArray<TitleKey> Of(FilmStatements film, NormalForms forms) => Of(film, forms.Title);

    private static ImmutableArray<TitleKey> Of(FilmStatements film, Func<string, TitleForm> formOf)
    {
        ArgumentNullException.ThrowIfNull(film);
        var titles = OtherTitles(film).Prepend(film.Title)
            .Select(formOf)
            .SelectMany(form => new[] { TitleKey.Of(form), TitleKey.OfWhole(form), TitleKey.OfSecond(form) })
            .Distinct()
            .Take(MaxTitles);
        var ids = film.Statements.OfType<ExternalIdStatement>()
            .Where(id => id.Confidence >= SureEnough)
            .OrderByDescending(id => id.Confidence)
            .Select(TitleKey.Of)
            .Distinct()
            .Take(MaxIds);
        return [.. titles.Concat(ids).Order()];
    }
}
