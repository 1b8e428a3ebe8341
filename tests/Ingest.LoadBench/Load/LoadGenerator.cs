using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace Ingest.LoadBench.Load;

/// <summary>The side that asks, in a process of its own: a <see cref="LoadOrder"/> a line on standard input, a
/// <see cref="LoadResult"/> a line on standard output.</summary>
/// <remarks>One thread serves all connections, so that on a small machine the server is the limit.</remarks>
internal static class LoadGenerator
{
    /// <summary>The command line of its process.</summary>
    public const string Verb = "generate";

    /// <summary>What its process must have set so that what comes in is handled on the thread that notices it.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1",
        ["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1",
    };

    public static void Serve(TextReader orders, TextWriter results)
    {
        while (orders.ReadLine() is { } line)
        {
            results.WriteLine(JsonSerializer.Serialize(Run(JsonSerializer.Deserialize<LoadOrder>(line)!)));
        }
    }

    private static LoadResult Run(LoadOrder order)
    {
        var connections = Enumerable.Range(0, order.Connections).Select(_ => new LoadConnection(order)).ToList();
        try
        {
            Task.WaitAll([.. connections.Select(connection => connection.ConnectAsync())]);
            var began = Stopwatch.GetTimestamp();
            var until = began + (long)(order.Seconds * Stopwatch.Frequency);
            Task.WaitAll([.. connections.Select(connection => connection.RunAsync(until))]);
            return new(Stopwatch.GetElapsedTime(began).TotalSeconds, [.. connections.SelectMany(connection => connection.Microseconds)]);
        }
        catch (AggregateException reason) when (reason.InnerException is InvalidDataException or SocketException)
        {
            return new(0, [], reason.InnerException.Message);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }
}
