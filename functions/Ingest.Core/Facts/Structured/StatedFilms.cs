using System.Collections.Immutable;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts.Structured;

/// <summary>Films out of schema.org data: <c>Movie</c>, and what a <c>Review</c> reviews or an article is about.</summary>
internal static class StatedFilms
{
    private const int MostFilms = 50;

    /// <summary>The films, reviewed ones first.</summary>
    public static ImmutableArray<StatedFilm> Read(PageData data)
    {
        var nodes = data.JsonLd.Select(e => DataNode.Of(e)).OfType<DataNode>().Concat(data.Microdata.Select(i => DataNode.Of(i))).ToList();
        var reviewed = nodes.SelectMany(Reviewed).Where(n => n.Text("name") is not null).ToList();
        var described = nodes.Where(IsMovie).Where(n => n.Text("name") is not null).ToList();
        var isOnly = reviewed.Count == 0 && described.Select(n => Key(n)).Distinct(StringComparer.Ordinal).Count() == 1;
        var films = new List<StatedFilm>();
        foreach (var group in reviewed.Concat(described).GroupBy(Key, StringComparer.Ordinal).Take(MostFilms))
        {
            var statements = group.SelectMany(MovieFacts.Read).ToImmutableArray();
            var title = statements.OfType<TitleStatement>().Select(s => s.Title).FirstOrDefault();
            if (title is not null)
            {
                films.Add(new StatedFilm(title, isOnly || group.Any(reviewed.Contains), statements));
            }
        }

        return [.. films.OrderByDescending(f => f.IsReviewed)];
    }

    private static string Key(DataNode node) => string.Join(' ', TitleWords.Of(MovieFacts.TitleOf(node.Text("name")!).Title));

    private static bool IsMovie(DataNode node) => node.Is("Movie");

    private static IEnumerable<DataNode> Reviewed(DataNode node) =>
        node.Values("itemReviewed").Concat(node.Types.Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("Posting", StringComparison.Ordinal) || t.EndsWith("Review", StringComparison.Ordinal)) ? node.Values("about") : [])
            .Select(p => p.Node).OfType<DataNode>().Where(IsMovie)
            .Concat(IsMovie(node) && node.Values("review", "reviews").Any(p => p.Node is not null) ? [node] : []);
}
