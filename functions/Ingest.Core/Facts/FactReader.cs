using System.Collections.Immutable;
using Ingest.Core.Articles;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Structured;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts;

/// <summary>From an article and the page's data to statements about films.</summary>
public static class FactReader
{
    /// <summary>Reads what is said, subjects first, then in order of first mention. Linear in the length of the text.</summary>
    public static ImmutableArray<FilmStatements> Read(Article article, PageData data, ReadingLimits limits) =>
        Read(article, data, limits, out _);

    /// <inheritdoc cref="Read(Article, PageData, ReadingLimits)"/>
    /// <param name="article">The article.</param>
    /// <param name="data">The page's data about itself.</param>
    /// <param name="limits">How much to read.</param>
    /// <param name="leftOut">Number of statements that were too many.</param>
    public static ImmutableArray<FilmStatements> Read(Article article, PageData data, ReadingLimits limits, out int leftOut)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(limits);

        var stated = StatedFilms.Read(data);
        var reading = new Reading(article, [.. stated.Where(f => f.IsReviewed).Select(f => f.Title)]);
        if (reading.Films.Films.Count == 0)
        {
            leftOut = 0;
            return []; // Every statement is about a film that the article names.
        }

        var found = StatedFacts.Read(reading, stated, data);
        foreach (var recogniser in RecogniserList.All)
        {
            found.AddRange(recogniser.Read(reading, found).ToList());
        }

        return FilmStatementsBuilder.Build(reading, OtherThings.Drop(reading, found), limits.MaxStatements, out leftOut);
    }
}
