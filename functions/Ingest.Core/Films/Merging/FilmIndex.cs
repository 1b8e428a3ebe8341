using System.Globalization;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>
/// The films of a group, found by what evidence says, so that it need not be compared with all of them. It leaves out only
/// films that cannot agree; so it changes no result.
/// </summary>
/// <param name="fewFilms">Up to so many films nothing is looked up: comparing with all of them costs less.</param>
internal sealed class FilmIndex(int fewFilms)
{
    private static readonly HashSet<int> None = [];

    private readonly List<FilmCluster> films = [];
    private readonly Dictionary<(Kind Kind, string Key), HashSet<int>> having = [];
    private readonly Dictionary<(Kind Kind, string Key), HashSet<int>> lacking = new()
    {
        [(Kind.Year, "")] = [],
        [(Kind.Director, "")] = [],
        [(Kind.Country, "")] = [],
        [(Kind.Cast, "")] = [],
    };

    private bool isKept;

    private enum Kind
    {
        Whole,
        Start,
        MainOfParts,
        MainOfManyParts,
        Other,
        Id,
        Year,
        Country,
        Director,
        Cast,
    }

    /// <summary>The films in order of their start; those joined into others are left out.</summary>
    public IEnumerable<FilmCluster> Films => films.Where(film => film.JoinedInto is null);

    /// <summary>Starts a film with evidence.</summary>
    public FilmCluster Start(FilmFacts facts)
    {
        var film = new FilmCluster(films.Count);
        films.Add(film);
        foreach (var all in lacking.Values)
        {
            all.Add(film.Number);
        }

        Place(facts, film, sureness: 1);
        if (!isKept && films.Count > fewFilms)
        {
            isKept = true;
            foreach (var one in films)
            {
                foreach (var evidence in one.Facts)
                {
                    Note(evidence, one);
                }
            }
        }

        return film;
    }

    /// <summary>Places evidence with a film.</summary>
    public void Place(FilmFacts facts, FilmCluster film, double sureness)
    {
        film.Place(facts, sureness);
        if (isKept)
        {
            Note(facts, film);
        }
    }

    /// <summary>Makes one film of two.</summary>
    public void Join(FilmCluster into, FilmCluster other)
    {
        foreach (var facts in into.Join(other))
        {
            if (isKept)
            {
                Note(facts, into);
            }
        }
    }

    /// <summary>The films that evidence agrees with where it means a film called by its title, or that shares an id, in order
    /// of their start; some others too.</summary>
    public IEnumerable<FilmCluster> Candidates(FilmFacts facts) => isKept ? InOrder(Fewest(Filters(facts, KeysOf(facts.Form)))) : Films;

    /// <summary>The same for another title, of a film that is called so, or also called so.</summary>
    public IEnumerable<FilmCluster> Candidates(FilmFacts facts, TitleForm other) =>
        isKept ? InOrder(Fewest(Filters(facts, KeysOf(other).Append((Kind.Other, other.Whole))))) : Films;

    /// <summary>The films that a title may mean, in order of their start; some others too.</summary>
    public IEnumerable<FilmCluster> OfTitle(TitleForm title) =>
        isKept ? InOrder([.. KeysOf(title).Select(Having)]) : Films;

    /// <summary>The films whose title goes on from this one, in order of their start; some others too.</summary>
    public IEnumerable<FilmCluster> GoingOnFrom(TitleForm title) =>
        isKept ? InOrder([.. WholesOf(title).Select(whole => Having((Kind.Start, whole)))]) : Films;

    /// <summary>The films that have an id which the evidence gives, in order of their start; some others too.</summary>
    public IEnumerable<FilmCluster> SharingIdWith(FilmFacts facts) =>
        isKept ? InOrder([.. IdsOf(facts)]) : Films;

    private static List<HashSet<int>> Fewest(IEnumerable<List<HashSet<int>>> filters) =>
        filters.MinBy(sets => sets.Sum(set => set.Count))!;

    private IEnumerable<FilmCluster> InOrder(List<HashSet<int>> sets) =>
        (sets.Count == 1 ? sets[0] : sets.SelectMany(set => set).Distinct())
            .Order()
            .Select(number => films[number])
            .Where(film => film.JoinedInto is null);

    // Each is all films that may agree, by one of the rules of Comparison.Contradicts.
    private IEnumerable<List<HashSet<int>>> Filters(FilmFacts facts, IEnumerable<(Kind Kind, string Key)> titles)
    {
        List<HashSet<int>> ids = [.. IdsOf(facts)];
        yield return [.. ids, .. titles.Select(Having)];
        List<HashSet<int>> directors = [.. ids, .. facts.Directors.SelectMany(person => Knowing(Kind.Director, person))];
        List<HashSet<int>> people = [.. directors, .. facts.Cast.SelectMany(person => Knowing(Kind.Cast, person))];
        if (facts.Year is { } year)
        {
            yield return [.. directors, lacking[(Kind.Year, "")], HavingYear(year - 1), HavingYear(year), HavingYear(year + 1)];
        }

        if (facts.Directors.Length > 0)
        {
            yield return [.. people, lacking[(Kind.Director, "")]];
        }

        if (facts.Countries.Length > 0)
        {
            yield return [.. people, lacking[(Kind.Country, "")], .. facts.Countries.Select(country => Having((Kind.Country, country)))];
        }

        if (facts.Cast.Length > 1)
        {
            List<HashSet<int>> sameYear = facts.Year is { } own ? [HavingYear(own)] : [];
            yield return [.. people, lacking[(Kind.Cast, "")], .. sameYear];
        }

        foreach (var id in facts.Ids)
        {
            if (lacking.TryGetValue((Kind.Id, id.Source), out var without))
            {
                yield return [.. ids, without];
            }
        }
    }

    private void Note(FilmFacts facts, FilmCluster film)
    {
        foreach (var key in KeysUnder(facts))
        {
            (having.TryGetValue(key, out var set) ? set : having[key] = []).Add(film.Number);
        }

        foreach (var id in facts.Ids)
        {
            if (!lacking.TryGetValue((Kind.Id, id.Source), out var without))
            {
                lacking[(Kind.Id, id.Source)] = without = [.. films.Where(one => !one.IdSources.Contains(id.Source)).Select(one => one.Number)];
            }

            without.Remove(film.Number);
        }

        var (director, country, cast) = film.Knows;
        RemoveIf(film.Year is not null, Kind.Year);
        RemoveIf(director, Kind.Director);
        RemoveIf(country, Kind.Country);
        RemoveIf(cast, Kind.Cast);

        void RemoveIf(bool isKnown, Kind kind)
        {
            if (isKnown)
            {
                lacking[(kind, "")].Remove(film.Number);
            }
        }
    }

    private static IEnumerable<(Kind, string)> KeysUnder(FilmFacts facts) =>
        WholesOf(facts.Form).Select(whole => (Kind.Whole, whole))
            .Concat(facts.Form.Starts.Select(start => (Kind.Start, start)))
            .Concat(facts.Form.Starts.Length > 0 ? [(Kind.MainOfParts, facts.Form.Main)] : [])
            .Concat(facts.Form.Starts.Length > 1 ? [(Kind.MainOfManyParts, facts.Form.Main)] : [])
            .Concat(facts.Others.Select(other => (Kind.Other, other.Whole)))
            .Concat(facts.Ids.Select(id => (Kind.Id, IdKey(id.Source, id.Id))))
            .Concat(facts.Year is { } year ? [(Kind.Year, YearKey(year))] : [])
            .Concat(facts.Countries.Select(country => (Kind.Country, country)))
            .Concat(facts.Directors.SelectMany(PersonKeys.OfKnown).Select(form => (Kind.Director, form)))
            .Concat(facts.Cast.SelectMany(PersonKeys.OfKnown).Select(form => (Kind.Cast, form)));

    // By the rules of TitleForm.To: the same title, one the start of the other, or the same last part of the same main title.
    private static IEnumerable<(Kind Kind, string Key)> KeysOf(TitleForm title)
    {
        foreach (var whole in WholesOf(title))
        {
            yield return (Kind.Whole, whole);
            yield return (Kind.Start, whole);
        }

        foreach (var start in title.Starts)
        {
            yield return (Kind.Whole, start);
        }

        if (title.Starts.Length > 0)
        {
            yield return (title.Starts.Length > 1 ? Kind.MainOfParts : Kind.MainOfManyParts, title.Main);
        }
    }

    // As written and as it sounds, and each of two titles that are written together.
    private static IEnumerable<string> WholesOf(TitleForm title) =>
        new[] { title.Whole, title.Sound, title.First, title.Other ?? title.Sound }.Distinct(StringComparer.Ordinal);

    private IEnumerable<HashSet<int>> Knowing(Kind kind, PersonName person) =>
        PersonKeys.OfAsked(person).Select(form => Having((kind, form))).Where(set => set.Count > 0);

    private IEnumerable<HashSet<int>> IdsOf(FilmFacts facts) => facts.Ids.Select(id => Having((Kind.Id, IdKey(id.Source, id.Id))));

    private HashSet<int> HavingYear(int year) => Having((Kind.Year, YearKey(year)));

    private HashSet<int> Having((Kind, string) key) => having.GetValueOrDefault(key, None);

    private static string IdKey(string source, string id) => $"{source} {id}";

    private static string YearKey(int year) => year.ToString(CultureInfo.InvariantCulture);
}
