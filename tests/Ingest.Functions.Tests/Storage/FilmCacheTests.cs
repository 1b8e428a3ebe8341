using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests.Storage;

public sealed class FilmCacheTests : IDisposable
{
    private static readonly StoredProfile Profile = new([1], "hash", null);

    private readonly FilmCache cache = Cache(TimeSpan.FromMinutes(1));
    private int reads;

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task What_was_read_a_moment_ago_is_not_read_again()
    {
        Assert.Same(Profile, await GetAsync());
        Assert.Same(Profile, await GetAsync());

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Those_who_ask_at_once_read_once()
    {
        var gate = new TaskCompletionSource();

        var readers = Enumerable.Range(0, 50).Select(_ => GetAsync(gate: gate.Task)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(readers), profile => Assert.Same(Profile, profile));
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Who_goes_away_leaves_the_reading_to_the_others()
    {
        var gate = new TaskCompletionSource();
        using var gone = new CancellationTokenSource();

        var first = GetAsync(gate: gate.Task, cancellationToken: gone.Token);
        var second = GetAsync();
        await gone.CancelAsync();
        gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Same(Profile, await second);
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task What_is_written_is_read_again_also_when_a_reading_has_begun_before()
    {
        var gate = new TaskCompletionSource();
        var begun = GetAsync(gate: gate.Task);
        cache.Forget("film");
        gate.SetResult();
        await begun;

        await GetAsync();
        await GetAsync();

        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task What_is_not_there_and_what_failed_is_read_again()
    {
        await GetAsync(gives: null);
        await Assert.ThrowsAsync<CrashException>(() => GetAsync(gate: Task.FromException(new CrashException())));

        Assert.Same(Profile, await GetAsync());
        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task Without_a_lifetime_nothing_is_kept()
    {
        using var none = Cache(TimeSpan.Zero);

        await GetAsync(of: none);
        await GetAsync(of: none);

        Assert.Equal(2, reads);
    }

    private static FilmCache Cache(TimeSpan lifetime) => new(Options.Create(new IngestOptions { FilmCacheFor = lifetime }));

    private Task<StoredProfile?> GetAsync(
        Task? gate = null, FilmCache? of = null, CancellationToken cancellationToken = default) =>
        GetAsync(Profile, gate, of, cancellationToken);

    private Task<StoredProfile?> GetAsync(
        StoredProfile? gives, Task? gate = null, FilmCache? of = null, CancellationToken cancellationToken = default) =>
        (of ?? cache).GetAsync(
            "film",
            async _ =>
            {
                Interlocked.Increment(ref reads);
                await (gate ?? Task.CompletedTask);
                return gives;
            },
            cancellationToken);
}
