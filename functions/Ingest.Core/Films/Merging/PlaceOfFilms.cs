namespace Ingest.Core.Films.Merging;

/// <summary>Finds the group in which films have their place.</summary>
internal static class PlaceOfFilms
{
    /// <summary>The films with the next earlier group that they go to; null where their place is in this one.</summary>
    /// <remarks>
    /// Films that share a title go together: a review that states another title may mean any of them, and only films that
    /// meet in the end are given ids that differ.
    /// </remarks>
    public static List<(FilmCluster Film, TitleKey? Next)> Of(List<FilmCluster> films, TitleKey group, NormalForms forms)
    {
        var together = Together(films);
        var next = new Dictionary<int, TitleKey>();
        for (var at = 0; at < films.Count; at++)
        {
            if (films[at].PlaceBefore(group, forms) is { } own
                && (!next.TryGetValue(RootOf(together, at), out var other) || own > other))
            {
                next[RootOf(together, at)] = own;
            }
        }

        return [.. films.Select((film, at) => (film, next.TryGetValue(RootOf(together, at), out var to) ? to : (TitleKey?)null))];
    }

    private static int[] Together(List<FilmCluster> films)
    {
        var together = Enumerable.Range(0, films.Count).ToArray();
        var byTitle = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < films.Count; at++)
        {
            foreach (var title in films[at].Titles.Own)
            {
                if (!byTitle.TryAdd(title, at))
                {
                    together[RootOf(together, at)] = RootOf(together, byTitle[title]);
                }
            }
        }

        return together;
    }

    private static int RootOf(int[] together, int at)
    {
        while (together[at] != at)
        {
            at = together[at] = together[together[at]];
        }

        return at;
    }
}
