using Ingest.Functions.Storage;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>The requests of <see cref="EvidenceTable"/> and <see cref="LateGroups"/>.</summary>
internal static class GroupStorage
{
    private const int MaxAttempts = 40;
    private const double FirstBackoff = 10;
    private const double LongestBackoff = 500;

    /// <summary>Writes rows of evidence together with a step of the group's version.</summary>
    /// <returns>The group's row then.</returns>
    public static async Task<TitleGroup> PutAsync(EventQueue events, Film film, IReadOnlyList<SimulatedReview> reviews, TitleGroup? known)
    {
        for (var attempt = 0; ; attempt++)
        {
            var mayBeStored = attempt > 0 ? reviews.Count : reviews.Count(review => review.IsStored);
            var rows = Enumerable.Range(0, mayBeStored).Select(_ => film.Account.SendAsync(RequestKind.Table, film.Evidence, 1)).ToList();
            var before = known is null || attempt > 0 ? await FindAsync(film) : known;
            await Task.WhenAll(rows);
            TitleGroup? after = null;
            if (await film.Account.SendAsync(RequestKind.Table, film.Evidence, reviews.Count + 1, () => (after = film.Put(before, reviews)) is not null))
            {
                return after!;
            }

            if (attempt == MaxAttempts)
            {
                throw new ServerBusyException();
            }

            await BackOffAsync(events, attempt);
        }
    }

    /// <summary>The group's row. One point read.</summary>
    public static async Task<TitleGroup> FindAsync(Film film)
    {
        var found = film.Row;
        await film.Account.SendAsync(RequestKind.Table, film.Evidence, 1, () =>
        {
            found = film.Row;
            return true;
        });
        return found;
    }

    /// <summary>Notes that the film is late.</summary>
    public static Task AddLateAsync(Film film) => film.Account.SendAsync(RequestKind.Table, film.Account.Late, 1, () =>
    {
        film.LateVersion++;
        return film.Account.LateFilms.Add(film);
    });

    /// <summary>Waits as <see cref="Backoff"/> does, for the middle of its time.</summary>
    public static EventQueue.Pause BackOffAsync(EventQueue events, int attempt) =>
        events.Wait(Math.Min(LongestBackoff, FirstBackoff * Math.Pow(2, attempt)) / 2);
}
