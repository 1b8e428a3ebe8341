using Azure.Core;
using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>A storage account, and the client that asks it: it refuses what is beyond its limits, and the client sends that
/// again as the app has it sent.</summary>
internal sealed class StorageAccount
{
    /// <summary>Most entities of a page.</summary>
    public const int RowsOfPage = 1000;

    private const int Letters = 26;

    // First letters are not alike common: the most common one has a seventh.
    private const double LetterExponent = 0.6;

    private static readonly RetryOptions Retry = StorageConnection.With(new IngestOptions(), new TableClientOptions()).Retry;

    private readonly EventQueue events;
    private readonly Chance chance;
    private readonly Platform platform;
    private readonly Func<Task>? server;
    private readonly TokenBucket requests;
    private readonly Partition[] shards;
    private readonly Partition[] titles;
    private readonly Partition[] people;
    private readonly Zipf letters = new(Letters, LetterExponent);
    private readonly List<int> bySecond = [];

    /// <param name="events">The time.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="platform">Its limits and times.</param>
    /// <param name="server">What answers a request; null for a time by chance.</param>
    public StorageAccount(EventQueue events, Chance chance, Platform platform, Func<Task>? server)
    {
        (this.events, this.chance, this.platform, this.server) = (events, chance, platform, server);
        requests = new(platform.AccountRequests);
        shards = Many(ReviewEntity.Shards, "reviews, one of 16");
        titles = Many(Letters, "titles, a letter of titles");
        people = Many(Letters, "titles, a letter of people");
        All = Table("titles, all");
        Late = Table("evidence, !late");
        Queue = new("the host's queue", platform.QueueMessages);
    }

    public Partition All { get; }

    public Partition Late { get; }

    public Partition Queue { get; }

    /// <summary>Blobs, which do not share a partition.</summary>
    public Partition Blobs { get; } = new("blobs", double.PositiveInfinity);

    public IReadOnlyList<Partition> Shards => shards;

    /// <summary>Partitions of films, as far as they were asked for.</summary>
    public List<Partition> Films { get; } = [];

    /// <summary>Films that wait for the next round of <see cref="RefreshTimer"/>.</summary>
    public HashSet<Film> LateFilms { get; } = [];

    public IEnumerable<Partition> Partitions => [.. shards, .. titles, .. people, .. Films, All, Late, Queue];

    /// <summary>Requests by kind, also those that were refused.</summary>
    public Dictionary<RequestKind, long> Requests { get; } = Enum.GetValues<RequestKind>().ToDictionary(kind => kind, _ => 0L);

    public long Refused { get; private set; }

    /// <summary>Most requests in one second.</summary>
    public int Peak => bySecond.Count == 0 ? 0 : bySecond.Max();

    public Partition Table(string name) => new(name, platform.PartitionEntities);

    public Partition TitleLetter() => titles[letters.At(chance.Uniform())];

    public Partition PersonLetter() => people[letters.At(chance.Uniform())];

    /// <summary>Sends a request until it is answered.</summary>
    /// <param name="kind">What it is billed as.</param>
    /// <param name="partition">What it is about.</param>
    /// <param name="entities">Entities that it reads or writes.</param>
    /// <param name="commit">What it does there; says whether its condition held.</param>
    /// <returns>What <paramref name="commit"/> said.</returns>
    /// <exception cref="ServerBusyException">It was refused each time.</exception>
    public Task<bool> SendAsync(RequestKind kind, Partition partition, int entities, Func<bool>? commit = null) =>
        SendAsync(kind, partition, entities, platform.Latency, commit);

    /// <summary>Asks for a page of a scan: up to 1,000 entities, which count less than as many requests.</summary>
    /// <inheritdoc cref="SendAsync(RequestKind, Partition, int, Func{bool}?)"/>
    public Task<bool> ScanAsync(RequestKind kind, Partition partition, int entities, Func<bool>? commit = null) => SendAsync(
        kind,
        partition,
        Math.Max(1, entities * platform.ScanWeight),
        platform.Latency + ((platform.PageLatency - platform.Latency) * entities / RowsOfPage),
        commit);

    private async Task<bool> SendAsync(RequestKind kind, Partition partition, double entities, double median, Func<bool>? commit)
    {
        for (var attempt = 0; !TryEnter(kind, partition, entities); attempt++)
        {
            Refused++;
            await AnswerAsync(1, platform.Latency);
            if (attempt == Retry.MaxRetries)
            {
                throw new ServerBusyException();
            }

            // As Azure.Core waits: twice as long each time, a fifth more or less.
            var wait = Retry.Delay.TotalMilliseconds * Math.Pow(2, attempt) * (0.8 + (0.4 * chance.Uniform()));
            await events.Wait(Math.Min(wait, Retry.MaxDelay.TotalMilliseconds));
        }

        if (commit is null)
        {
            await AnswerAsync(1, median);
            return true;
        }

        await AnswerAsync(0.5, median);
        var isDone = commit();
        if (server is null)
        {
            await AnswerAsync(0.5, median);
        }

        return isDone;
    }

    private bool TryEnter(RequestKind kind, Partition partition, double entities)
    {
        Requests[kind]++;
        for (var second = (int)(events.Now / 1000); bySecond.Count <= second;)
        {
            bySecond.Add(0);
        }

        bySecond[^1]++;
        return requests.TryTake(1, events.Now) && partition.TryTake(entities, events.Now);
    }

    private async Task AnswerAsync(double part, double median)
    {
        if (server is not null)
        {
            await server();
        }
        else
        {
            await events.Wait(part * chance.LogNormal(median, platform.LatencySigma));
        }
    }

    private Partition[] Many(int count, string name) => [.. Enumerable.Range(0, count).Select(_ => Table(name))];
}
