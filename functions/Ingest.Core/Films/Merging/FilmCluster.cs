using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>A film in the making: the evidence placed with it so far, and what that says to tell the film apart.</summary>
/// <param name="number">Its number among the films of the group, from 0.</param>
internal sealed class FilmCluster(int number)
{
    // That a second title is shared tells nearly as much as the year.
    private const int TwoTitles = 12;

    private readonly List<(FilmFacts Facts, double Sureness)> placed = [];
    private readonly Dictionary<int, int> years = [];
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly KnownPeople directors = new();
    private readonly KnownPeople cast = new();
    private readonly HashSet<PersonName> directorNames = [];
    private readonly HashSet<PersonName> castNames = [];
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);

    /// <summary>Its number among the films of the group, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>The evidence, each with how surely it belongs here, 0 to 1.</summary>
    public IEnumerable<(Evidence Evidence, double Sureness)> Placed => placed.Select(one => (one.Facts.Evidence, one.Sureness));

    /// <summary>What the evidence says to tell the film apart.</summary>
    public IEnumerable<FilmFacts> Facts => placed.Select(one => one.Facts);

    /// <summary>Number of pieces of evidence placed here.</summary>
    public int Count => placed.Count;

    /// <summary>What the film is called.</summary>
    public FilmTitles Titles { get; } = new();

    /// <summary>The year given most often, then the earliest.</summary>
    public int? Year { get; private set; }

    /// <summary>Whether a director, a country, a cast that tells films apart is known.</summary>
    public (bool Director, bool Country, bool Cast) Knows => (directors.Count > 0, countries.Count > 0, cast.Count > 1);

    /// <summary>The sources of the ids that are known.</summary>
    public IEnumerable<string> IdSources => ids.Keys;

    /// <summary>The film that this one was found to be; null while it stands for itself.</summary>
    public FilmCluster? JoinedInto { get; private set; }

    /// <summary>Whether anything but the title is known that tells the film apart.</summary>
    public bool IsTold => Year is not null || ids.Count > 0 || directors.Count > 0 || cast.Count > 0 || countries.Count > 0;

    /// <summary>Places evidence here.</summary>
    public void Place(FilmFacts facts, double sureness)
    {
        placed.Add((facts, sureness));
        Titles.Add(facts);
        if (facts.Year is { } year)
        {
            var times = years[year] = years.GetValueOrDefault(year) + 1;
            Year = Year is not { } own || times > years[own] || (times == years[own] && year < own) ? year : own;
        }

        foreach (var id in facts.Ids)
        {
            ids.TryAdd(id.Source, id.Id);
        }

        foreach (var director in facts.Directors)
        {
            if (directorNames.Add(director))
            {
                directors.Add(director);
            }
        }

        foreach (var member in facts.Cast)
        {
            if (castNames.Add(member))
            {
                cast.Add(member);
            }
        }

        countries.UnionWith(facts.Countries);
    }

    /// <summary>Takes in another film that was found to be this one. Returns the evidence that came with it.</summary>
    public IEnumerable<FilmFacts> Join(FilmCluster other)
    {
        foreach (var (facts, sureness) in other.placed)
        {
            Place(facts, sureness);
        }

        other.JoinedInto = this;
        return other.placed.Select(one => one.Facts);
    }

    /// <summary>The next earlier group that the film has evidence in, if there is one.</summary>
    public TitleKey? PlaceBefore(TitleKey group, NormalForms forms)
    {
        TitleKey? before = null;
        foreach (var key in placed.SelectMany(one => forms.Keys(one.Facts.Evidence.Film)))
        {
            before = key < group && (before is not { } found || key > found) ? key : before;
        }

        return before;
    }

    /// <summary>The evidence that another group does not have by itself.</summary>
    public IEnumerable<Evidence> MissingIn(TitleKey group, NormalForms forms) => placed
        .Select(one => one.Facts.Evidence)
        .Where(evidence => !forms.Keys(evidence.Film).Contains(group))
        .OrderBy(evidence => evidence.Review, StringComparer.Ordinal);

    /// <summary>Whether an id that the evidence gives is this film's.</summary>
    public bool SharesIdWith(FilmFacts facts)
    {
        foreach (var id in facts.Ids)
        {
            if (ids.TryGetValue(id.Source, out var known) && known == id.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one source has one id for the evidence and another one for this film.</summary>
    public bool HasOtherIdThan(FilmFacts facts)
    {
        foreach (var id in facts.Ids)
        {
            if (ids.TryGetValue(id.Source, out var known) && known != id.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one source has different ids for both films.</summary>
    public bool HasOtherIdThan(FilmCluster other) =>
        ids.Any(id => other.ids.TryGetValue(id.Key, out var known) && known != id.Value);

    /// <summary>How much of what the evidence says agrees with this film, or null when it cannot be this film.</summary>
    public Agreement? AgreementWith(FilmFacts facts) => AgreementWith(facts, facts.Form);

    /// <summary>The same, where the evidence means a film of that title.</summary>
    public Agreement? AgreementWith(FilmFacts facts, TitleForm title)
    {
        if (HasOtherIdThan(facts))
        {
            return null;
        }

        if (SharesIdWith(facts))
        {
            return new Agreement(1000, IsSure: true);
        }

        var relation = Titles.RelationTo(title);
        if (relation == TitleRelation.Different)
        {
            return null;
        }

        var agreement = AgreementWith(facts, relation);
        return agreement is { } one && ReferenceEquals(title, facts.Form) && facts.Others.Any(Titles.Know)
            ? new Agreement(one.Score + TwoTitles, IsSure: true)
            : agreement;
    }

    /// <summary>How much agrees besides the title, which stands in that relation to this film's.</summary>
    public Agreement? AgreementWith(FilmFacts facts, TitleRelation relation)
    {
        if (IsReviewedBeforeItWasMade(facts))
        {
            return null;
        }

        var shared = new Comparison(
            ApartBy(facts.Year),
            facts.Directors.Any(directors.Contains),
            facts.Directors.Length > 0 && directors.Count > 0,
            facts.Cast.Count(cast.Contains),
            facts.Cast.Length > 1 && cast.Count > 1,
            facts.Countries.Any(countries.Contains),
            facts.Countries.Length > 0 && countries.Count > 0);
        if (shared.Contradicts
            || (relation == TitleRelation.Subtitle
                && !(shared.Apart is 0 || (shared.Apart is null && (shared.Director || shared.Cast > 1)))))
        {
            return null;
        }

        return new Agreement(shared.Score + (int)relation, IsSure: shared.Apart < 2 || shared.People);
    }

    /// <summary>Whether both cannot be one film: the same rules as for evidence.</summary>
    public bool Contradicts(FilmCluster other)
    {
        if (HasOtherIdThan(other) || Titles.HaveOtherNumberThan(other.Titles))
        {
            return true;
        }

        return !ids.Any(id => other.ids.GetValueOrDefault(id.Key) == id.Value)
            && new Comparison(
                ApartBy(other.Year),
                other.directorNames.Any(directors.Contains),
                other.directors.Count > 0 && directors.Count > 0,
                other.castNames.Count(cast.Contains),
                other.cast.Count > 1 && cast.Count > 1,
                other.countries.Overlaps(countries),
                other.countries.Count > 0 && countries.Count > 0).Contradicts;
    }

    /// <summary>Whether a review from that day can be about this film: films are shown at most a year before their year.</summary>
    public bool IsReviewedBeforeItWasMade(FilmFacts facts) =>
        facts.Evidence.PublishedOn is { } day && Year is { } year && day.Year < year - 1 && facts.Year is null;

    private int? ApartBy(int? year) => year is { } one && Year is { } own ? Math.Abs(one - own) : null;
}
