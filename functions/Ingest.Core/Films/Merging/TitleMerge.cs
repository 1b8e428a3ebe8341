using System.Collections.Immutable;
using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>A film's title in its best supported spelling, and its other titles.</summary>
internal static class TitleMerge
{
    /// <summary>The title, supported by the reviews that use it in any spelling; first the title most reviews use.</summary>
    public static Supported<string> Title(FilmCluster film, IReadOnlyList<Saying> sayings, NormalForms forms)
    {
        var used = film.Placed.Select(placed => placed.Evidence)
            .GroupBy(one => forms.Title(one.Film.Title).Whole, StringComparer.Ordinal)
            .OrderByDescending(same => same.Select(one => one.Review).Distinct().Count())
            .ThenByDescending(same => same.Count(one => one.Film.IsSubject))
            .ThenByDescending(same => same.Key.Length)
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .First();
        var value = Spelling.Best(used.Select(one => (one.Review, Tidy(one.Film.Title))));
        var said = sayings
            .Where(said => said.Statement is TitleStatement title && forms.Title(title.Title).Whole == used.Key)
            .ToList();
        if (said.Count == 0)
        {
            // A review that names the film without a statement of its title still says so.
            var reviews = used.Select(one => one.Review).Distinct().Count();
            return new Supported<string>(value, reviews, 0.5, []);
        }

        var backing = Backing.Of(said);
        return new Supported<string>(value, backing.Support, backing.Confidence(), backing.Sources);
    }

    /// <summary>Stated alternate titles, and the film's titles with or without a subtitle that are not mere spellings.</summary>
    public static ImmutableArray<Supported<string>> AlternateTitles(string title, IEnumerable<Saying> sayings, NormalForms forms)
    {
        var own = forms.Title(title).Whole;
        var said = sayings.Where(said => TitleIn(said.Statement) is { } other && forms.Title(other).Whole != own).ToList();
        return
        [
            .. Candidates.Of<Statement, string>(said, other => forms.Title(TitleIn(other)!).Whole, other => Tidy(TitleIn(other)!))
                .Select(other => other.Supported()),
        ];
    }

    private static string? TitleIn(Statement statement) => statement switch
    {
        TitleStatement title => title.Title,
        AlternateTitleStatement title => title.Title,
        _ => null,
    };

    public static string Tidy(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
