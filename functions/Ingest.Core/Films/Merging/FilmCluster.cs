using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>A film in the making: the evidence placed with it so far, and what that says to tell the film apart.</summary>
internal sealed class FilmCluster(FilmFacts first)
{
    private readonly Dictionary<int, int> years = [];
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly KnownPeople directors = new();
    private readonly KnownPeople cast = new();
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> titles = [];

    /// <summary>The evidence, each with how surely it belongs here, 0 to 1.</summary>
    public List<(Evidence Evidence, double Sureness)> Placed { get; } = [];

    /// <summary>The longest title so far: all others of the film are that title or a start of it.</summary>
    public TitleForm Form { get; private set; } = first.Form;

    /// <summary>The year given most often, then the earliest.</summary>
    public int? Year { get; private set; }

    /// <summary>Whether anything but the title is known that tells the film apart.</summary>
    public bool IsTold => Year is not null || ids.Count > 0 || directors.Count > 0 || cast.Count > 0 || countries.Count > 0;

    /// <summary>Places evidence here.</summary>
    public void Place(FilmFacts facts, double sureness)
    {
        Placed.Add((facts.Evidence, sureness));
        Form = facts.Form.Whole.Length > Form.Whole.Length ? facts.Form : Form;
        titles.Add((facts.Form.Whole, facts.Form.Article));
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
            directors.Add(director);
        }

        foreach (var member in facts.Cast)
        {
            cast.Add(member);
        }

        countries.UnionWith(facts.Countries);
    }

    /// <summary>The next earlier group that the film has evidence in; null when its place is in this one.</summary>
    public TitleKey? PlaceBefore(TitleKey group, NormalForms forms)
    {
        TitleKey? before = null;
        foreach (var key in Placed.SelectMany(placed => forms.Keys(placed.Evidence.Film)))
        {
            before = key < group && (before is not { } found || key > found) ? key : before;
        }

        return before;
    }

    /// <summary>The evidence that another group does not have by itself.</summary>
    public IEnumerable<Evidence> MissingIn(TitleKey group, NormalForms forms) => Placed
        .Select(placed => placed.Evidence)
        .Where(evidence => !forms.Keys(evidence.Film).Contains(group))
        .OrderBy(evidence => evidence.Review, StringComparer.Ordinal);

    /// <summary>How the title of the evidence stands to this film's.</summary>
    public TitleRelation RelationTo(TitleForm form) =>
        titles.Contains((form.Whole, form.Article)) ? TitleRelation.Same : Form.To(form);

    /// <summary>How much of what the evidence says agrees with this film, or null when it cannot be this film.</summary>
    public Agreement? AgreementWith(FilmFacts facts)
    {
        var sharedId = facts.Ids.Any(id => ids.TryGetValue(id.Source, out var known) && known == id.Id);
        if (sharedId)
        {
            return new Agreement(1000, IsSure: true);
        }

        if (facts.Ids.Any(id => ids.TryGetValue(id.Source, out var known) && known != id.Id))
        {
            return null;
        }

        var relation = RelationTo(facts.Form);
        if (relation == TitleRelation.Different || IsReviewedBeforeItWasMade(facts))
        {
            return null;
        }

        var sharedDirector = facts.Directors.Any(directors.Contains);
        var otherDirector = !sharedDirector && facts.Directors.Length > 0 && directors.Count > 0;
        var sharedCast = facts.Cast.Count(cast.Contains);
        var otherCast = sharedCast == 0 && facts.Cast.Length > 1 && cast.Count > 1;
        var sharedCountry = facts.Countries.Any(countries.Contains);
        var otherCountry = !sharedCountry && facts.Countries.Length > 0 && countries.Count > 0;
        var apart = facts.Year is { } year && Year is { } own ? Math.Abs(year - own) : (int?)null;
        var sharedPeople = sharedDirector || sharedCast > 0;

        var isOther = (otherDirector && sharedCast < (apart == 0 ? 1 : 2))
            || (otherCountry && !sharedPeople)
            || (otherCast && !sharedDirector && apart is not 0)
            || (apart > 1 && !(sharedDirector && (sharedCast > 0 || (apart <= 3 && !otherCast))))
            || (relation == TitleRelation.Subtitle && !(apart is 0 || (apart is null && (sharedDirector || sharedCast > 1))));
        if (isOther)
        {
            return null;
        }

        var score = (apart switch { 0 => 24, 1 => 16, _ => 0 })
            + (sharedDirector ? 24 : 0)
            + (Math.Min(sharedCast, 4) * 8)
            + (sharedCountry ? 6 : 0)
            + (int)relation;
        return new Agreement(score, IsSure: apart < 2 || sharedPeople);
    }

    /// <summary>Whether a review from that day can be about this film: films are shown at most a year before their year.</summary>
    public bool IsReviewedBeforeItWasMade(FilmFacts facts) =>
        facts.Evidence.PublishedOn is { } day && Year is { } year && day.Year < year - 1 && facts.Year is null;
}
