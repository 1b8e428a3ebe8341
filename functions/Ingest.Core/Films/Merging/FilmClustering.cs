using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Core.Films.Merging;

/// <summary>From the evidence of one title group to the evidence of each film.</summary>
/// <remarks>
/// Evidence is placed one after the other, the strongest first, in an order that only its content gives; so arrival does
/// not count. Each is compared with the films found so far that have its own title or one of its ids. Then films of
/// different titles are joined where reviews say that both are one film's. What states other titles, but shares nothing with
/// the films of its own title, waits until then.
/// </remarks>
internal sealed class FilmClustering
{
    // How surely evidence belongs to a film with which it shares nothing but the title: the only one, or one of several.
    private const double OnlyOne = 0.9;
    private const double BestOfSeveral = 0.6;

    /// <summary>Number of films up to which comparing with all of them costs less than looking them up.</summary>
    public const int FewFilms = 12;

    private readonly FilmIndex films;
    private readonly HashSet<(string, string)> keptApart;
    private readonly List<FilmFacts> facts;

    private FilmClustering(IEnumerable<Evidence> evidence, NormalForms forms, int fewFilms)
    {
        films = new FilmIndex(fewFilms);
        facts = [.. Distinct(evidence).Select(one => FilmFacts.Of(one, forms))];
        keptApart = FormsKeptApart(facts);
    }

    /// <summary>The films, each with its evidence, repetitions left out.</summary>
    public static List<FilmCluster> Cluster(IEnumerable<Evidence> evidence, NormalForms forms, int fewFilms = FewFilms) =>
        new FilmClustering(evidence, forms, fewFilms).Cluster();

    private List<FilmCluster> Cluster()
    {
        var joins = new FilmJoins(films);
        var waiting = new List<FilmFacts>();

        // A stable sort: equally strong evidence stays in the order of its content.
        foreach (var one in facts.OrderByDescending(one => one.Strength))
        {
            var fitting = Fitting(one);
            if (one.Others.Length > 0 && fitting.Count > 0 && !fitting[0].Agreement.IsSure)
            {
                waiting.Add(one);
                joins.Add(one, film: null);
            }
            else
            {
                joins.Add(one, Place(one, fitting));
            }
        }

        joins.JoinAll();
        foreach (var one in waiting)
        {
            var fitting = Fitting(one);
            if (!(fitting.Count > 0 && fitting[0].Agreement.IsSure) && joins.MeantByOtherTitle(one) is { } meant)
            {
                films.Place(one, meant, BestOfSeveral);
            }
            else
            {
                Place(one, fitting);
            }
        }

        return [.. films.Films];
    }

    // The films that the evidence may mean, best first.
    private List<(FilmCluster Film, Agreement Agreement)> Fitting(FilmFacts one)
    {
        var fitting = new List<(FilmCluster Film, Agreement Agreement)>();
        foreach (var film in films.Candidates(one))
        {
            if (film.AgreementWith(one) is { } agreement)
            {
                fitting.Add((film, agreement));
            }
        }

        return fitting.Count < 2
            ? fitting
            :
            [
                .. fitting.OrderByDescending(candidate => candidate.Agreement.Score)
                    .ThenBy(candidate => YearsBefore(one, candidate.Film))
                    .ThenByDescending(candidate => candidate.Film.Count),
            ];
    }

    private FilmCluster Place(FilmFacts one, List<(FilmCluster Film, Agreement Agreement)> fitting)
    {
        if (fitting.Count > 0)
        {
            var (best, agreement) = fitting[0];
            films.Place(one, best, agreement.IsSure ? 1 : IsOnlyOfTitle(one.Form) ? OnlyOne : BestOfSeveral);
            return best;
        }

        if (one.AreNone && one.Others.Length == 0 && one.Evidence.Film.IsSubject && OnlyLongerTitle(one) is { } longer)
        {
            films.Place(one, longer, BestOfSeveral);
            return longer;
        }

        return films.Start(one);
    }

    private bool IsOnlyOfTitle(TitleForm title) =>
        films.OfTitle(title).Where(film => film.Titles.RelationTo(title) != TitleRelation.Different).Take(2).Count() < 2;

    // A review about "Ember" that says nothing else may be about "Ember: The Long Way" where that is the only film of such a
    // title and no review names both. A mere mention, and a number, are rather another film's title.
    private FilmCluster? OnlyLongerTitle(FilmFacts one)
    {
        if (!one.Form.Whole.Any(char.IsLetter))
        {
            return null;
        }

        var longer = films.GoingOnFrom(one.Form)
            .Where(film => film.IsTold && LongerOf(film, one.Form) is not null && !film.IsReviewedBeforeItWasMade(one))
            .Take(2)
            .ToList();
        return longer.Count == 1 && !keptApart.Contains((one.Form.Whole, LongerOf(longer[0], one.Form)!.Whole)) ? longer[0] : null;
    }

    private static TitleForm? LongerOf(FilmCluster film, TitleForm title) => film.Titles.Longest
        .FirstOrDefault(own => own.Whole.Length > title.Whole.Length && own.To(title) == TitleRelation.Subtitle);

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
