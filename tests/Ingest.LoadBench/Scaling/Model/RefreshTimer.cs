using Ingest.Functions.Ingestion;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>What <see cref="LateFilms"/> does every minute: brings films of very many reviews up to date, one after the
/// other.</summary>
internal sealed class RefreshTimer(EventQueue events, Deployment app)
{
    private const double Every = 60_000;
    private const double Limit = 240_000;

    public void Start() => events.Start(RunAsync);

    private async Task RunAsync()
    {
        var instance = app.NewTimerInstance();
        while (true)
        {
            await events.Wait(Every - (events.Now % Every));
            instance.Begin(1);
            try
            {
                await RunOnceAsync(instance);
            }
            catch (ServerBusyException)
            {
                // The next round goes on.
            }

            instance.End(1);
        }
    }

    private async Task RunOnceAsync(AppInstance instance)
    {
        var began = events.Now;
        var late = app.Account.LateFilms.Select(film => (Film: film, Version: film.LateVersion)).ToList();
        for (var left = late.Count; left >= 0; left -= StorageAccount.RowsOfPage)
        {
            await app.Account.ScanAsync(RequestKind.Table, app.Account.Late, Math.Clamp(left, 1, StorageAccount.RowsOfPage));
        }

        foreach (var (film, version) in late.TakeWhile(_ => events.Now - began < Limit))
        {
            try
            {
                await RefreshAsync(instance, film, version);
            }
            catch (ServerBusyException)
            {
                // It stays late.
            }
        }
    }

    private async Task RefreshAsync(AppInstance instance, Film film, int version)
    {
        var found = await GroupStorage.FindAsync(film);
        if (!found.IsBuilt)
        {
            await instance.Groups.RebuildAsync(film, found with { IsWanted = true });
        }

        await app.Account.SendAsync(RequestKind.Table, app.Account.Late, 1, () => film.LateVersion == version && app.Account.LateFilms.Remove(film));
    }
}
