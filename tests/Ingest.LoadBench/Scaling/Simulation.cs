using Ingest.LoadBench.Scaling.Engine;
using Ingest.LoadBench.Scaling.Model;

namespace Ingest.LoadBench.Scaling;

/// <summary>Lets a deployed app have reviews dropped, in simulated time.</summary>
internal sealed class Simulation
{
    private const double Hour = 3_600_000;

    private readonly EventQueue events = new();
    private readonly Scenario scenario;
    private readonly Chance chance;
    private readonly Zipf popularity;
    private readonly Deployment[] apps;
    private readonly Dictionary<int, Film> films = [];
    private readonly List<SimulatedReview> reviews = [];

    private Simulation(Scenario scenario, int seed)
    {
        this.scenario = scenario;
        chance = new(seed);
        popularity = new(scenario.Films, scenario.Exponent, scenario.Hot);
        var platform = scenario.Platform;
        apps = [.. Enumerable.Range(0, platform.Accounts).Select(_ => new Deployment(
            events, chance, platform, new StorageAccount(events, chance, platform, null), scenario.Existing / platform.Accounts))];
    }

    /// <summary>Simulates a scenario. The same seed gives the same result.</summary>
    public static SimulationResult Run(Scenario scenario, int seed)
    {
        var simulation = new Simulation(scenario, seed);
        simulation.Run();
        return new SimulationResult(scenario, simulation.apps, simulation.reviews, simulation.events.Now);
    }

    private void Run()
    {
        foreach (var app in apps)
        {
            app.Instances.Warm(scenario.Warm);
            app.Start();
        }

        events.Start(DropAsync);
        var length = scenario.Reviews / scenario.PerMinute * 60_000;
        events.Run(length + (scenario.Hours * Hour), IsOver);
    }

    private bool IsOver() => reviews.Count == scenario.Reviews
        && Array.TrueForAll(apps, app => app.Unsettled.Count == 0 && app.Account.LateFilms.Count == 0);

    private async Task DropAsync()
    {
        for (var number = 0; number < scenario.Reviews; number++)
        {
            await events.Wait(chance.Exponential(60_000 / scenario.PerMinute));
            var review = new SimulatedReview(number, FilmAt(popularity.At(chance.Uniform())), events.Now);
            reviews.Add(review);
            apps[number % apps.Length].Drop(review);
        }
    }

    private Film FilmAt(int rank)
    {
        if (!films.TryGetValue(rank, out var film))
        {
            var existing = (int)Math.Round(scenario.Existing * popularity.Share(rank));
            films[rank] = film = new Film(rank, apps[rank % apps.Length].Account, existing);
        }

        return film;
    }
}
