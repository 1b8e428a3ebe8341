namespace Ingest.Core.Films.Merging;

/// <summary>Joins films of different titles, or of different ids, where a review says that both are one film's.</summary>
/// <remarks>
/// Two films are one where a review that states a title or an id of each can mean no other two, and nothing else tells them
/// apart. Where it may mean several, none are joined.
/// </remarks>
internal sealed class FilmJoins(FilmIndex films)
{
    // A review that may mean any of more films than these tells nothing.
    private const int MaxMeant = 8;

    // A join may leave only one film where there were two to choose from; chains longer than this are none that people write.
    private const int MaxTurns = 4;

    private readonly List<(FilmFacts Facts, FilmCluster? Film)> links = [];
    private readonly Dictionary<FilmFacts, FilmCluster> meantByOtherTitle = [];

    /// <summary>Notes evidence that may join films.</summary>
    /// <param name="facts">The evidence.</param>
    /// <param name="film">The film that it is placed with; null where it is not sure to mean one.</param>
    public void Add(FilmFacts facts, FilmCluster? film)
    {
        if (facts.Others.Length > 0 || facts.Ids.Length > 1)
        {
            links.Add((facts, film));
        }
    }

    /// <summary>Joins what can be joined.</summary>
    public void JoinAll()
    {
        var isJoined = true;
        for (var turn = 0; turn < MaxTurns && isJoined; turn++)
        {
            isJoined = false;
            foreach (var (facts, film) in links)
            {
                isJoined |= film is not null && JoinByIds(facts, film);
                foreach (var other in facts.Others)
                {
                    isJoined |= JoinByTitles(facts, film, other);
                }
            }
        }
    }

    /// <summary>The only film of an other title that evidence states, where none of its own title can be the same film.</summary>
    public FilmCluster? MeantByOtherTitle(FilmFacts facts) =>
        meantByOtherTitle.TryGetValue(facts, out var film) ? Standing(film) : null;

    private static FilmCluster Standing(FilmCluster film)
    {
        while (film.JoinedInto is { } other)
        {
            film = other;
        }

        return film;
    }

    private bool JoinByIds(FilmFacts facts, FilmCluster film)
    {
        var isJoined = false;
        if (facts.Ids.Length > 1)
        {
            foreach (var other in films.SharingIdWith(facts).ToList())
            {
                var own = Standing(film);
                if (other != own && other.SharesIdWith(facts) && !other.HasOtherIdThan(facts) && !own.HasOtherIdThan(facts) && !own.HasOtherIdThan(other))
                {
                    isJoined |= Join(own, other);
                }
            }
        }

        return isJoined;
    }

    private bool JoinByTitles(FilmFacts facts, FilmCluster? film, TitleForm other)
    {
        var here = film is not null ? [Standing(film)] : Surest(films.Candidates(facts), one => one.AgreementWith(facts));
        if (here.Count is 0 or > MaxMeant)
        {
            return false;
        }

        var there = Meant(facts, other, here);
        if (there.Count > MaxMeant || here.Exists(there.Contains))
        {
            return false;
        }

        var pairs = here.SelectMany(one => there.Select(another => (one, another))).Where(pair => !pair.one.Contradicts(pair.another)).Take(2).ToList();
        if (pairs.Count == 0 && film is null && there.Count == 1)
        {
            meantByOtherTitle.TryAdd(facts, there[0]);
        }

        return pairs.Count == 1 && Join(pairs[0].one, pairs[0].another);
    }

    // The films that reviews call so; else those whose title goes on from it, or is gone on from; else those of which
    // another review says that they are also called so.
    private List<FilmCluster> Meant(FilmFacts facts, TitleForm title, List<FilmCluster> here)
    {
        var called = films.Candidates(facts, title)
            .Where(film => !film.Titles.HaveOtherNumberThan(facts.Form))
            .ToLookup(film => film.Titles.RelationTo(title));
        foreach (var relation in new[] { TitleRelation.Same, TitleRelation.OtherArticle, TitleRelation.Subtitle })
        {
            if (Surest(called[relation], film => film.AgreementWith(facts, title)) is { Count: > 0 } meant)
            {
                return meant;
            }
        }

        return Surest(
            called[TitleRelation.Different].Where(film => film.Titles.HaveOther(title) && !here.Contains(film)),
            film => film.HasOtherIdThan(facts) ? null : film.AgreementWith(facts, TitleRelation.Same));
    }

    // Where a year or a person is shared with some, the others are not meant.
    private static List<FilmCluster> Surest(IEnumerable<FilmCluster> among, Func<FilmCluster, Agreement?> agreementOf)
    {
        var fitting = among.Select(film => (Film: film, Agreement: agreementOf(film)))
            .Where(one => one.Agreement is not null)
            .ToLookup(one => one.Agreement!.Value.IsSure, one => one.Film);
        return [.. fitting[fitting.Contains(true)]];
    }

    private bool Join(FilmCluster one, FilmCluster other)
    {
        var (into, from) = one.Number < other.Number ? (one, other) : (other, one);
        films.Join(into, from);
        return true;
    }
}
