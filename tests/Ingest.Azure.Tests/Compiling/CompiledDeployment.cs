using System.Text.Json.Nodes;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;

[assembly: AssemblyFixture(typeof(CompiledDeployment))]

namespace Ingest.Azure.Tests.Compiling;

/// <summary>infra/azure, compiled once for all tests, in a copy.</summary>
public sealed class CompiledDeployment : IAsyncLifetime
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";

    /// <summary>What the deployment tells of whoever deploys it.</summary>
    internal const string Person = "00000000-0000-0000-0000-0000000000aa";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ingest-bicep-");

    /// <summary>What the compiler and its linter complain of, by file.</summary>
    internal IReadOnlyDictionary<string, string> Complaints { get; private set; } = new Dictionary<string, string>();

    internal Deployment Deployment { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        Copy(Repository.Bicep, folder.FullName);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "events.bicepparam"),
            "using 'events.bicep'\nparam appName = 'app'\nparam storageAccountName = 'account'\nparam topicName = 'topic'\n",
            stop);
        var compiler = await BicepCompiler.FindAsync(stop);

        var main = compiler.BuildAsync("main.bicep", folder.FullName, stop);
        var events = compiler.BuildAsync("events.bicep", folder.FullName, stop);
        var (mainTemplate, mainComplaints) = await main;
        var (eventsTemplate, eventsComplaints) = await events;
        Complaints = new Dictionary<string, string> { ["main.bicep"] = mainComplaints, ["events.bicep"] = eventsComplaints };

        var predictedMain = compiler.PredictAsync(
            "main.bicepparam",
            ["--subscription-id", Subscription, "--location", "northeurope"],
            folder.FullName,
            new() { ["AZURE_ENV_NAME"] = "test", ["AZURE_PRINCIPAL_ID"] = Person, ["INGEST_ALERT_EMAIL"] = "editors@example.com" },
            stop);
        var predictedEvents = compiler.PredictAsync(
            "events.bicepparam", ["--subscription-id", Subscription, "--resource-group", "rg-test"], folder.FullName, [], stop);
        Deployment = new(
            Parse(await predictedMain), Parse(await predictedEvents), Parse(mainTemplate), Parse(eventsTemplate));
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
