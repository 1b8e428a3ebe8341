using System.Collections.Concurrent;
using Ingest.LocalStorage;

namespace Ingest.Local.Tests.Crashes;

/// <summary>
/// One run of all cases in which no process dies, and for each scenario one in which a process dies in each case, and only
/// then another one finishes what all of them left.
/// </summary>
public sealed class CrashedRuns : IAsyncLifetime
{
    private static readonly TimeSpan Doom = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<CrashCase, string> _deaths = new();
    private readonly Dictionary<Scenario, IReadOnlyList<string>> _crashed = [];
    private IReadOnlyList<string> _undisturbed = [];

    public async ValueTask InitializeAsync()
    {
        if (CrashPoints.AreCompiledIn)
        {
            var cancellation = TestContext.Current.CancellationToken;
            await Azurite.EnsureInstalledAsync(null, cancellation);
            var undisturbed = UndisturbedAsync(cancellation);
            var crashed = await Task.WhenAll(Enum.GetValues<Scenario>().Select(async scenario =>
                (scenario, Lines: await CrashedAsync(scenario, undisturbed, cancellation))));
            _undisturbed = (await undisturbed).Lines;
            foreach (var (scenario, lines) in crashed)
            {
                _crashed.Add(scenario, lines);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>How the process of a case ended, in words.</summary>
    internal string DeathOf(CrashCase at) => _deaths[at];

    /// <summary>The final state of a case's films and reviews where no process died.</summary>
    internal IReadOnlyList<string> Undisturbed(CrashCase at) => Of(at, _undisturbed);

    /// <summary>Their final state where one did.</summary>
    internal IReadOnlyList<string> Crashed(CrashCase at) => Of(at, _crashed[at.Scenario]);

    /// <summary>What is the business of no case.</summary>
    internal IReadOnlyList<string> Unrelated() =>
    [
        .. _crashed.Values.SelectMany(lines => lines).Concat(_undisturbed)
            .Where(line => !CrashCase.All.Any(at => line.Contains(at.Place, StringComparison.OrdinalIgnoreCase))),
    ];

    private static IReadOnlyList<string> Of(CrashCase at, IReadOnlyList<string> lines) =>
        [.. lines.Where(line => line.Contains(at.Place, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    private static async Task<(IReadOnlyList<string> Lines, IReadOnlyList<string> Films)> UndisturbedAsync(CancellationToken cancellation)
    {
        await using var storage = await CrashedStorage.CreateAsync(cancellation);
        await DropAllAsync(storage, CrashCase.All);
        await using var host = await storage.StartAppAsync();
        using var http = ClientOf(host);
        await storage.UntilSettledAsync(host, http);
        var before = await FinalState.FilmsAsync(http);

        foreach (var at in CrashCase.All)
        {
            if (at.After is { } page)
            {
                await storage.DropAsync(at.Review, page);
            }
            else
            {
                using var answer = await http.DeleteAsync(new Uri($"api/reviews/{at.Review}", UriKind.Relative), cancellation);
                answer.EnsureSuccessStatusCode();
            }
        }

        await storage.UntilSettledAsync(host, http);
        string[] films = [.. before.Union(await FinalState.FilmsAsync(http))];
        return (await FinalState.ReadAsync(http, storage.ConnectionString, films, CrashCase.All.Select(at => at.Review)), films);
    }

    private async Task<IReadOnlyList<string>> CrashedAsync(
        Scenario scenario, Task<(IReadOnlyList<string> Lines, IReadOnlyList<string> Films)> undisturbed, CancellationToken cancellation)
    {
        CrashCase[] cases = [.. CrashCase.All.Where(at => at.Scenario == scenario)];
        await using var storage = await CrashedStorage.CreateAsync(cancellation);
        await DropAllAsync(storage, cases);
        await using (var host = await storage.StartAppAsync())
        {
            using var client = ClientOf(host);
            await storage.UntilSettledAsync(host, client);
        }

        foreach (var at in cases)
        {
            _deaths[at] = at.After is { } page ? await DieIngestingAsync(storage, at, page) : await DieDeletingAsync(storage, at);
        }

        await storage.ReleaseAsync();
        await using var next = await storage.StartAppAsync();
        using var http = ClientOf(next);
        if (scenario == Scenario.Deleted)
        {
            // No trigger notices that a file is gone.
            await storage.ReconcileAsync(http);
        }

        await storage.UntilSettledAsync(next, http);
        var films = (await undisturbed).Films.Where(id => cases.Any(at => id.Contains(at.Place, StringComparison.OrdinalIgnoreCase)));
        return await FinalState.ReadAsync(http, storage.ConnectionString, films, cases.Select(at => at.Review));
    }

    private static async Task<string> DieIngestingAsync(CrashedStorage storage, CrashCase at, string page)
    {
        await storage.DropAsync(at.Review, page);
        Assert.Equal([at.Review], await storage.UnhandledAsync());
        await using var host = storage.StartDoomedApp(at.Point);
        var death = await DeathAsync(host);
        await storage.HoldBackAsync(at.Review);
        return death;
    }

    private static async Task<string> DieDeletingAsync(CrashedStorage storage, CrashCase at)
    {
        await using var host = await storage.StartDoomedAppAsync(at.Point);
        using var http = ClientOf(host);
        try
        {
            using var answer = await http.DeleteAsync(new Uri($"api/reviews/{at.Review}", UriKind.Relative));
            return $"answered {answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return await DeathAsync(host);
        }
    }

    private static async Task<string> DeathAsync(HostProcess host)
    {
        try
        {
            return $"ended with {await host.WaitForEndAsync(Doom)}";
        }
        catch (TimeoutException)
        {
            return $"did not end: {string.Join('\n', host.Output.TakeLast(5))}";
        }
    }

    private static Task DropAllAsync(CrashedStorage storage, IEnumerable<CrashCase> cases) =>
        Parallel.ForEachAsync(cases.SelectMany(at => at.Before), async (review, _) => await storage.DropAsync(review.Name, review.Page));

    private static HttpClient ClientOf(HostProcess host)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("x-functions-key", HostProcess.Key);
        return http;
    }
}
