using System.Text.Json;
using Ingest.LoadBench.Load;

namespace Ingest.LoadBench;

/// <summary>Measures requests at the app and at the bare server in turns, so that whatever else the machine does meets
/// both.</summary>
/// <param name="generator">The process that asks.</param>
/// <param name="app">The app's port.</param>
/// <param name="bare">The bare server's port.</param>
/// <param name="time">How long each request is measured at each server, over each number of connections.</param>
internal sealed class Contest(Servers.ChildProcess generator, int app, int bare, TimeSpan time)
{
    private const int Rounds = 3;
    private const int ConnectionsOfWarmUp = 16;

    /// <summary>Numbers of connections.</summary>
    public static IReadOnlyList<int> Connections { get; } = [1, 16, 64];

    public async Task RunAsync(IReadOnlyList<Contestant> contestants)
    {
        foreach (var contestant in contestants)
        {
            await AskAsync(contestant, app, ConnectionsOfWarmUp, time / 2);
            await AskAsync(contestant, bare, ConnectionsOfWarmUp, time / 2);
        }

        foreach (var connections in Connections)
        {
            foreach (var contestant in contestants)
            {
                contestant.AtApp[connections] = new();
                contestant.AtBare[connections] = new();
            }

            for (var round = 0; round < Rounds; round++)
            {
                foreach (var contestant in contestants)
                {
                    contestant.AtApp[connections].Add(await AskAsync(contestant, app, connections, time / Rounds));
                    contestant.AtBare[connections].Add(await AskAsync(contestant, bare, connections, time / Rounds));
                }
            }
        }
    }

    private async Task<LoadResult> AskAsync(Contestant contestant, int port, int connections, TimeSpan slice)
    {
        var text = contestant.Request.Text(port, contestant.Answer.ETag);
        var order = new LoadOrder(port, text, contestant.Answer.Status, connections, slice.TotalSeconds);
        await generator.WriteLineAsync(JsonSerializer.Serialize(order));
        var result = JsonSerializer.Deserialize<LoadResult>(await generator.ReadLineAsync(slice + TimeSpan.FromSeconds(60)))!;
        return result.Error is null ? result : throw new BenchException($"{contestant.Request.Name} over {connections} connections: {result.Error}");
    }
}
