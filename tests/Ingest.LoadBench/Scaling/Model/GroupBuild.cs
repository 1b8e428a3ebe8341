using System.Globalization;
using Ingest.Functions.Storage;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>What <see cref="GroupRebuild"/> does: reads a group, registers itself, writes the rows that changed, marks the group
/// built; lets another builder finish first. (That it says every second that it is alive is left out.)</summary>
internal sealed class GroupBuild(EventQueue events, AppInstance instance, Film film)
{
    private const int MaxTries = 20;
    private const int MaxWrites = 40;
    private const int WritesAtOnce = 8;
    private const double Limit = 120_000;
    private const double Patience = 3_000;

    private bool IsBusy(TitleGroup group) =>
        group.IsBuilding && (film.BuilderDiedAt is not { } died || events.Now - died < Patience);

    /// <summary>Returns when the film is at least as new as what was seen.</summary>
    /// <exception cref="ServerBusyException">Storage, or the group, had too much to do.</exception>
    public async Task<TitleGroup> RunAsync(TitleGroup seen)
    {
        var group = seen;
        var began = events.Now;
        for (int turn = 0, tries = 0; tries < MaxTries && events.Now - began < Limit; turn++)
        {
            if (turn > 0)
            {
                await GroupStorage.BackOffAsync(events, turn);
                group = await GroupStorage.FindAsync(film);
            }

            if (group.BuiltVersion >= seen.Version && !(seen.IsWanted && group.IsBuilding))
            {
                return group;
            }

            if (IsBusy(group))
            {
                continue;
            }

            var (read, rows) = await ReadAsync();
            if (IsBusy(read))
            {
                continue;
            }

            tries++;
            if (await TryAsync(read, rows) is { } built)
            {
                return built;
            }
        }

        throw new ServerBusyException();
    }

    // The group's row is the first of the scan.
    private async Task<(TitleGroup Group, int Rows)> ReadAsync()
    {
        var (group, rows) = (film.Row, film.Rows);
        await film.Account.ScanAsync(RequestKind.Table, film.Evidence, Math.Min(rows + 1, StorageAccount.RowsOfPage), () =>
        {
            (group, rows) = (film.Row, film.Rows);
            return true;
        });
        for (var left = rows + 1 - StorageAccount.RowsOfPage; left > 0; left -= StorageAccount.RowsOfPage)
        {
            await film.Account.ScanAsync(RequestKind.Table, film.Evidence, Math.Min(left, StorageAccount.RowsOfPage));
        }

        await instance.Cpu.UseAsync(rows * Calibration.RowCpu);
        return (group, rows);
    }

    private async Task<TitleGroup?> TryAsync(TitleGroup read, int rows)
    {
        var builder = events.NextId().ToString(CultureInfo.InvariantCulture);
        var registered = await WriteAsync(read, read.Builder, row => row with { Builder = builder, IsBuilding = true });
        if (registered is null)
        {
            return null;
        }

        film.BuilderDiedAt = null;
        try
        {
            await WriteRowsAsync(rows, read.IsBuilding ? 0 : read.BuiltRows);
            return await WriteAsync(registered, builder, row => row with
            {
                IsBuilding = false,
                BuiltVersion = read.Version,
                BuiltChanges = read.Changes,
                BuiltRows = rows,
            });
        }
        catch (ServerBusyException)
        {
            if (film.Row.Builder == builder)
            {
                film.BuilderDiedAt = events.Now;
            }

            throw;
        }
    }

    // Whatever else has changed, as long as nobody else builds.
    private async Task<TitleGroup?> WriteAsync(TitleGroup seen, string? builder, Func<TitleGroup, TitleGroup> change)
    {
        for (var attempt = 0; attempt < MaxWrites; attempt++)
        {
            var row = change(seen);
            if (await film.Account.SendAsync(RequestKind.Table, film.Evidence, 1, () => film.Replace(seen, row, events.Now)))
            {
                return row;
            }

            await GroupStorage.BackOffAsync(events, attempt);
            seen = await GroupStorage.FindAsync(film);
            if (seen.Builder != builder)
            {
                return null;
            }
        }

        throw new ServerBusyException();
    }

    // The profile, and what search finds of it that it did not find before.
    private async Task WriteRowsAsync(int rows, int before)
    {
        List<Partition> writes = [film.Profile];
        if (before == 0)
        {
            writes.AddRange([film.Account.All, film.TitleLetter]);
        }

        writes.AddRange(Enumerable.Range(0, Calibration.PersonRows(rows) - Calibration.PersonRows(before)).Select(_ => film.Account.PersonLetter()));
        foreach (var some in writes.Chunk(WritesAtOnce))
        {
            await Task.WhenAll(some.Select(partition => film.Account.SendAsync(RequestKind.Table, partition, 1)));
        }
    }
}
