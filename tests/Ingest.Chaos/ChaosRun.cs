using System.Diagnostics;
using Azure.Storage.Blobs;
using Ingest.Chaos.Faults;
using Ingest.Chaos.Files;
using Ingest.Chaos.Hosting;
using Ingest.Chaos.State;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Chaos;

/// <summary>
/// Files are dropped, replaced and deleted while the app works on them through storage that fails, and is killed again and
/// again; then nothing fails any more, the app brings everything to its end, and what is stored is compared with the plain
/// merge of the files that are there.
/// </summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    private const int SwallowedOneIn = 2;
    private const int ByApiOneIn = 5;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.5);

    private readonly ChaosOptions _options;
    private readonly TextWriter _progress;
    private readonly Random _random;
    private readonly FaultPlan _plan;
    private readonly FaultyStorage _storage;
    private readonly ServiceProvider _services;
    private readonly FileDriver _driver;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ingest-chaos");
    private int _failedStarts;
    private int _kills;

    private ChaosRun(ChaosOptions options, TextWriter progress, FaultPlan plan, FaultyStorage storage)
    {
        (_options, _progress, _plan, _storage) = (options, progress, plan, storage);
        _random = new Random(options.Seed + 1);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", storage.Azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddLogging().AddIngest(settings).BuildServiceProvider();
        Stored = _services.GetRequiredService<IngestStorage>();
        _driver = new FileDriver(Stored.ReviewFiles, _services.GetRequiredService<BlobServiceClient>());
    }

    /// <summary>The storage itself, past the proxies.</summary>
    public IngestStorage Stored { get; }

    // What takes minutes for the sake of people and machines takes seconds here. Reconciliation runs when it is asked to.
    private Dictionary<string, string> Settings { get; } = new()
    {
        ["AzureWebJobs.IngestReview.Disabled"] = "true",
        ["AzureWebJobs.IngestReviewPolled.Disabled"] = "false",
        ["AzureWebJobs.ReconcileReviews.Disabled"] = "true",
        ["AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism"] = "32",
        ["Ingest__StuckAfter"] = "00:00:05",
        ["Ingest__ReviewsAtOnce"] = "16",
    };

    /// <summary>Starts the storage.</summary>
    public static async Task<ChaosRun> PrepareAsync(ChaosOptions options, TextWriter progress, CancellationToken cancellation)
    {
        var plan = new FaultPlan(options.Seed, options.Faults, options.Swallows);
        return new(options, progress, plan, await FaultyStorage.StartAsync(plan.Next, cancellation));
    }

    /// <summary>Does it all, once.</summary>
    /// <exception cref="ChaosException">The app does not start, or does not answer.</exception>
    public async Task<ChaosReport> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var steps = FileSteps.Make(_options.Reviews, _options.Seed);
        await Stored.ReviewFiles.CreateAsync(cancellationToken: cancellation);
        var app = await DisturbAsync(steps, cancellation);
        await using (app)
        {
            _plan.IsOver = true;
            Say(clock, "no more faults");
            await UntilQuietAsync(long.MaxValue, cancellation);
            var end = await Settlement.ReachAsync(app, Stored, _driver.Unnoticed, _options.Patience, line => Say(clock, line), cancellation);
            var exitCode = await app.StopAsync();
            return new ChaosReport
            {
                Options = _options,
                Steps = steps.Count,
                Files = end.States.Files,
                Counts = _storage.Counts,
                Kills = _kills,
                FailedStarts = _failedStarts,
                Swallowed = _driver.Swallowed,
                Unnoticed = end.Unnoticed,
                StillUnnoticed = end.StillUnnoticed,
                Reconciliations = end.Reconciliations,
                Repaired = end.Repaired,
                Unsettled = end.States.Unsettled,
                Difference = await CompareAsync(cancellation),
                ExitCode = exitCode,
                Elapsed = clock.Elapsed,
            };
        }
    }

    /// <summary>Compares what is stored now with the merge of the files that are there now.</summary>
    public async Task<StateDifference> CompareAsync(CancellationToken cancellation)
    {
        var files = await _driver.ReadAsync(cancellation);
        return StateDifference.Between(StoredState.Expected(files, Reader.Default), await StoredState.ReadAsync(Stored));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _storage.DisposeAsync();
        _data.Delete(recursive: true);
    }

    // One life of the app after the other; gives the last one, alive.
    private async Task<AppProcess> DisturbAsync(IReadOnlyList<FileStep> steps, CancellationToken cancellation)
    {
        var lives = steps.Chunk((steps.Count + _options.Kills) / (_options.Kills + 1)).ToList();
        for (var life = 0; ; life++)
        {
            var todo = lives.ElementAtOrDefault(life) ?? [];
            var isLast = life == _options.Kills;
            await TakeUnseenAsync(todo.Take(todo.Length / 3), cancellation);
            var app = await StartAsync(cancellation);
            try
            {
                foreach (var step in todo.Skip(todo.Length / 3))
                {
                    await TakeAsync(step, app, cancellation);
                }

                if (_options.ReconcilesBetween && life % 2 == 1 && !isLast)
                {
                    await app.AskToReconcileAsync();
                }

                if (isLast)
                {
                    // What all lives left is done while storage still fails.
                    await UntilQuietAsync(long.MaxValue, cancellation);
                    return app;
                }

                await UntilQuietAsync(_storage.Counts.Requests + _random.Next(Math.Max(1, todo.Length * 15)), cancellation);
                await app.KillAsync();
                _kills++;
                _progress.WriteLine($"kill {life + 1} of {_options.Kills}, after {_storage.Counts.Requests} requests, {_storage.Counts.Faults} of them with a fault");
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }

            await app.DisposeAsync();
        }
    }

    private Task TakeAsync(FileStep step, AppProcess app, CancellationToken cancellation)
    {
        if (_random.Next(ByApiOneIn) != 0)
        {
            return _driver.TakeAsync(step, cancellation);
        }

        _driver.Leave(step);
        return app.TakeAsync(step);
    }

    private async Task TakeUnseenAsync(IEnumerable<FileStep> steps, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            await (_random.Next(SwallowedOneIn) == 0 ? _driver.SwallowAsync(step, cancellation) : _driver.TakeAsync(step, cancellation));
        }
    }

    private async Task<AppProcess> StartAsync(CancellationToken cancellation)
    {
        const int Most = 10;
        for (var attempt = 0; attempt < Most; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await AppProcess.StartAsync(_storage.ConnectionString, _data.FullName, Settings) is { } app)
            {
                return app;
            }

            _failedStarts++;
        }

        throw new ChaosException($"the app ended {Most} times instead of starting.");
    }

    // Until so many requests were made, or none that changes anything for a while.
    private async Task UntilQuietAsync(long requests, CancellationToken cancellation)
    {
        var (writes, since) = (_storage.Counts.Writes, Stopwatch.GetTimestamp());
        while (_storage.Counts.Requests < requests && Stopwatch.GetElapsedTime(since) < Quiet)
        {
            await Task.Delay(20, cancellation);
            if (_storage.Counts.Writes != writes)
            {
                (writes, since) = (_storage.Counts.Writes, Stopwatch.GetTimestamp());
            }
        }
    }

    private void Say(Stopwatch clock, string what) => _progress.WriteLine($"{clock.Elapsed.TotalSeconds,4:F0} s: {what}");
}
