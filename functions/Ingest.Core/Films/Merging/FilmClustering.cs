using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Core.Films.Merging;

/// <summary>From the evidence of one title group to the evidence of each film.</summary>
/// <remarks>
/// Evidence is placed one after the other, the strongest first, in an order that only its content gives; so arrival does
/// not count. Each is compared with the films found so far, of which one title has few.
/// </remarks>
internal static class FilmClustering
{
    // How surely evidence belongs to a film with which it shares nothing but the title: the only one, or one of several.
    private const double OnlyOne = 0.9;
    private const double BestOfSeveral = 0.6;

    /// <summary>The films, each with its evidence, repetitions left out.</summary>
    public static List<FilmCluster> Cluster(IEnumerable<Evidence> evidence, NormalForms forms)
    {
        var facts = Distinct(evidence).Select(one => FilmFacts.Of(one, forms)).ToList();
        var keptApart = FormsKeptApart(facts);
        var films = new List<FilmCluster>();

        // A stable sort: equally strong evidence stays in the order of its content.
        foreach (var one in facts.OrderByDescending(one => one.Strength))
        {
            Place(one, films, keptApart);
        }

        return films;
    }

    private static void Place(FilmFacts facts, List<FilmCluster> films, HashSet<(string, string)> keptApart)
    {
        var (best, agreement) = films
            .Select(film => (Film: film, Agreement: film.AgreementWith(facts)))
            .Where(candidate => candidate.Agreement is not null)
            .OrderByDescending(candidate => candidate.Agreement!.Value.Score)
            .ThenBy(candidate => YearsBefore(facts, candidate.Film))
            .ThenByDescending(candidate => candidate.Film.Placed.Count)
            .FirstOrDefault();
        if (best is not null)
        {
            best.Place(facts, agreement!.Value.IsSure ? 1 : films.Count == 1 ? OnlyOne : BestOfSeveral);
            return;
        }

        if (facts.AreNone && facts.Evidence.Film.IsSubject && OnlyLongerTitle(facts, films, keptApart) is { } longer)
        {
            longer.Place(facts, BestOfSeveral);
            return;
        }

        var film = new FilmCluster(facts);
        film.Place(facts, sureness: 1);
        films.Add(film);
    }

    // A review about "Ember" that says nothing else may be about "Ember: The Long Way" where that is the only film of such a
    // title and no review names both. A mere mention, and a number, are rather another film's title.
    private static FilmCluster? OnlyLongerTitle(FilmFacts facts, List<FilmCluster> films, HashSet<(string, string)> keptApart)
    {
        if (!facts.Form.Whole.Any(char.IsLetter))
        {
            return null;
        }

        var longer = films
            .Where(film => film.IsTold
                && film.Form.Whole.Length > facts.Form.Whole.Length
                && film.RelationTo(facts.Form) == TitleRelation.Subtitle
                && !film.IsReviewedBeforeItWasMade(facts))
            .Take(2)
            .ToList();
        return longer.Count == 1 && !keptApart.Contains((facts.Form.Whole, longer[0].Form.Whole)) ? longer[0] : null;
    }

    // A review is rather about the newest film that there was when it was written.
    private static int YearsBefore(FilmFacts facts, FilmCluster film) =>
        facts.Evidence.PublishedOn is { } day && film.Year is { } year ? Math.Abs(day.Year - year) : int.MaxValue;

    private static HashSet<(string, string)> FormsKeptApart(List<FilmFacts> facts) =>
    [
        .. facts.GroupBy(one => one.Evidence.Review, StringComparer.Ordinal)
            .Select(review => review.Select(one => one.Form).DistinctBy(form => form.Whole).ToList())
            .Where(forms => forms.Count is > 1 and < 50)
            .SelectMany(forms => forms.SelectMany(one => forms.Select(other => (one.Whole, other.Whole)))),
    ];

    private static List<Evidence> Distinct(IEnumerable<Evidence> evidence)
    {
        var distinct = new List<Evidence>();
        foreach (var review in evidence.GroupBy(one => one.Review, StringComparer.Ordinal).OrderBy(review => review.Key, StringComparer.Ordinal))
        {
            var all = review.ToImmutableArray();
            distinct.AddRange(all.Length == 1 ? all : all.DistinctBy(ContentOf).OrderBy(ContentOf, StringComparer.Ordinal));
        }

        return distinct;
    }

    private static string ContentOf(Evidence evidence) =>
        $"{evidence.PublishedOn:O} {JsonSerializer.Serialize(evidence.Film, CoreJson.Instance.FilmStatements)}";
}
