using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Ingest.Chaos.Faults;

/// <summary>Chooses, by a seed, which requests meet with what.</summary>
/// <param name="seed">The same seed makes the same choices, in the order in which requests come.</param>
/// <param name="share">Of all requests, from 0 to 1.</param>
/// <param name="swallows">Whether every other article is not written although that is the answer, which no app can bear.</param>
internal sealed class FaultPlan(int seed, double share, bool swallows = false)
{
    // The storage clients name an operation; its repetitions carry the same name.
    private const string Operation = "x-ms-client-request-id";
    private const int StubbornOneIn = 25;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(600);

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Dropped, FaultKind.Delayed, FaultKind.Cut, FaultKind.ServerError, FaultKind.Busy,
        FaultKind.BusyForASecond, FaultKind.Throttled, FaultKind.AnswerLost, FaultKind.AnswerLost,
    ];

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, Fault> _stubborn = new();

    /// <summary>Whether all requests are passed on from now on.</summary>
    public bool IsOver { get; set; }

    /// <summary>What the next request meets. One fault in 25 meets the operation again however often it is repeated, so that
    /// what stands above the storage clients has something to do too.</summary>
    public Fault Next(HttpRequest request)
    {
        var operation = request.Headers[Operation].ToString();
        if (IsOver)
        {
            return Fault.None;
        }

        if (_stubborn.TryGetValue(operation, out var again))
        {
            return again;
        }

        lock (_lock)
        {
            if (swallows && HttpMethods.IsPut(request.Method) && IsOfArticles(request) && _random.Next(2) == 0)
            {
                return new(FaultKind.Swallowed);
            }

            if (_random.NextDouble() >= share)
            {
                return Fault.None;
            }

            var fault = new Fault(Kinds[_random.Next(Kinds.Length)], LongestDelay * _random.NextDouble());
            if (_random.Next(StubbornOneIn) == 0 && operation.Length > 0)
            {
                _stubborn[operation] = fault;
            }

            return fault;
        }
    }

    /// <summary>Whether a request would change something.</summary>
    public static bool IsWrite(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool IsOfArticles(HttpRequest request) => request.Path.Value!.Contains("/articles/", StringComparison.Ordinal);
}
