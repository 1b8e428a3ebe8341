using System.Net;
using Azure.Storage.Blobs;
using Ingest.Chaos.Faults;
using Ingest.Chaos.State;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Tests;

/// <summary>SIGTERM while the app works on slow storage.</summary>
public sealed class AppStopTests : IAsyncLifetime
{
    private const int Reviews = 6;
    private static readonly (string, string)[] NoTrigger = [("AzureWebJobs.IngestReviewPolled.Disabled", "true")];
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(2);

    private readonly TestFolder _folder = new();
    private readonly TaskCompletionSource _evidenceWritten = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _delay;
    private FaultyStorage? _storage;
    private ServiceProvider? _services;

    private IngestStorage Stored => _services!.GetRequiredService<IngestStorage>();

    public async ValueTask InitializeAsync()
    {
        _storage = await FaultyStorage.StartAsync(Choose, TestContext.Current.CancellationToken);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _storage.Azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddLogging().AddIngest(settings).BuildServiceProvider();
        await Stored.ReviewFiles.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _storage!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_runs_is_finished_within_the_grace_time_and_requests_are_answered()
    {
        _delay = TimeSpan.FromSeconds(1);
        await DropAsync();
        await using var host = await HostProcess.StartAppAsync(_folder, _storage!.ConnectionString);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("x-functions-key", HostProcess.Key);
        await _evidenceWritten.Task.WaitAsync(Forever);
        var deletion = http.DeleteAsync(new Uri("api/reviews/0.html", UriKind.Relative));
        while (!deletion.IsCompleted && await Stored.ReviewFiles.GetBlobClient("0.html").ExistsAsync())
        {
            await Task.Delay(20);
        }

        host.Terminate();

        using var answer = await deletion;
        Assert.True(answer.IsSuccessStatusCode, answer.ToString());
        Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(30)));
        var states = await ReviewStates.ReadAsync(Stored, CancellationToken.None);
        Assert.DoesNotContain(states.Unsettled, line => !line.EndsWith("no record", StringComparison.Ordinal));
        Assert.True(states.IsSettled("0.html"));
    }

    [Fact]
    public async Task What_outlasts_the_grace_time_is_handed_back_and_the_next_start_completes_it()
    {
        _delay = Forever;
        await DropAsync();
        await using (var host = await HostProcess.StartAppAsync(_folder, _storage!.ConnectionString, ["--grace", "1"]))
        {
            await _evidenceWritten.Task.WaitAsync(Forever);
            host.Terminate();
            Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
        }

        Assert.NotEmpty((await ReviewStates.ReadAsync(Stored, CancellationToken.None)).Unsettled);
        _delay = TimeSpan.Zero;
        await using var next = await HostProcess.StartAppAsync(_folder, _storage.ConnectionString);
        await UntilSettledAsync();
        await AssertRightAsync();
    }

    [Fact]
    public async Task A_reconciliation_that_is_interrupted_is_completed_by_the_next_one()
    {
        _delay = Forever;
        await DropAsync();
        await using (var host = await HostProcess.StartAppAsync(_folder, _storage!.ConnectionString, ["--grace", "1"], NoTrigger))
        {
            await ReconcileAsync(host);
            await _evidenceWritten.Task.WaitAsync(Forever);
            host.Terminate();
            Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
            Assert.Contains(host.Output, line => line.Contains("ReconcileReviews: timer was not finished", StringComparison.Ordinal));
        }

        Assert.NotEmpty((await ReviewStates.ReadAsync(Stored, CancellationToken.None)).Unsettled);
        _delay = TimeSpan.Zero;
        await using var next = await HostProcess.StartAppAsync(
            _folder, _storage.ConnectionString, [.. NoTrigger, ("Ingest__StuckAfter", "00:00:01")]);
        await UntilSettledAsync(() => ReconcileAsync(next));
        await AssertRightAsync();
    }

    private static async Task ReconcileAsync(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/functions/ReconcileReviews");
        request.Headers.Add("x-functions-key", HostProcess.Key);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    // Evidence is slow; all else is not.
    private Fault Choose(HttpRequest request)
    {
        if (!FaultPlan.IsWrite(request) || !request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return Fault.None;
        }

        _evidenceWritten.TrySetResult();
        return new(FaultKind.Delayed, _delay);
    }

    private async Task DropAsync()
    {
        for (var number = 0; number < Reviews; number++)
        {
            await Stored.ReviewFiles.UploadBlobAsync($"{number}.html", new BinaryData(Crashes.Pages.Another($"Dunmoth{(char)('a' + number)}")));
        }
    }

    private async Task UntilSettledAsync(Func<Task>? help = null)
    {
        var end = DateTime.UtcNow + Forever;
        while ((await ReviewStates.ReadAsync(Stored, CancellationToken.None)).Unsettled is { Count: > 0 } unsettled)
        {
            Assert.True(DateTime.UtcNow < end, string.Join('\n', unsettled));
            await (help?.Invoke() ?? Task.CompletedTask);
            await Task.Delay(200);
        }
    }

    private async Task AssertRightAsync()
    {
        var files = new Dictionary<string, byte[]>();
        await foreach (var file in Stored.ReviewFiles.GetBlobsAsync())
        {
            files[file.Name] = (await Stored.ReviewFiles.GetBlobClient(file.Name).DownloadContentAsync()).Value.Content.ToArray();
        }

        Assert.Equal(Reviews, files.Count);
        Assert.Equal(StoredState.Expected(files, Reader.Default), await StoredState.ReadAsync(Stored));
    }
}
