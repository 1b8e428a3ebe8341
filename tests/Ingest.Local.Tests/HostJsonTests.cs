using System.Text.Json;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Web;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Tests;

/// <summary>The repository's own host.json and example of settings, which the Functions host does not complain of either.</summary>
public sealed class HostJsonTests
{
    // Of https://learn.microsoft.com/azure/azure-functions/functions-host-json, those that are of use here. A name that is
    // misspelt, or stands in another place, has no effect and is told of nowhere.
    private static readonly HashSet<string> Known =
    [
        "version", "telemetryMode", "functionTimeout",
        "extensions:http:routePrefix", "extensions:http:dynamicThrottlesEnabled",
        "extensions:http:maxConcurrentRequests", "extensions:http:maxOutstandingRequests",
        "extensions:blobs:maxDegreeOfParallelism", "extensions:blobs:poisonBlobThreshold",
    ];

    private static readonly string Root = Path.GetDirectoryName(RootFolder.FindUpwards(AppContext.BaseDirectory, "Ingest.sln"))!;

    [Fact]
    public void Every_value_is_one_that_the_Functions_host_knows()
    {
        var names = new ConfigurationBuilder().AddJsonFile(Path.Combine(Root, "host.json")).Build()
            .AsEnumerable()
            .Where(pair => pair.Value is not null && !pair.Key.StartsWith("logging:logLevel:", StringComparison.Ordinal))
            .Select(pair => pair.Key);

        Assert.Empty(names.Except(Known));
    }

    [Fact]
    public void It_has_no_comments_since_not_every_reader_of_it_takes_them() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "host.json"))).Dispose();

    [Fact]
    public void The_local_host_follows_it_and_the_limits_of_the_app_lie_within_its_own()
    {
        var host = HostJson.Read(Root, new ConfigurationBuilder().Build());
        var limits = new IngestOptions();

        Assert.Equal(("", 8, 5), (host.RoutePrefix, host.BlobParallelism, host.BlobAttempts));
        Assert.True(limits.ReadingTimeout < host.FunctionTimeout);
        Assert.True(limits.ReconcileFor < host.FunctionTimeout);
        Assert.True(limits.StuckAfter > host.FunctionTimeout);
        Assert.True(FilmExport.Longest + (limits.StorageTimeout * (limits.StorageRetries + 1)) < host.FunctionTimeout);
    }

    [Fact]
    public void The_example_of_settings_enables_one_of_the_two_blob_triggers_and_names_no_function_that_is_not_there()
    {
        var settings = new ConfigurationBuilder();
        settings.AddInMemoryCollection(
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "local.settings.example.json"))).RootElement.GetProperty("Values")
                .EnumerateObject()
                .Select(value => KeyValuePair.Create(value.Name, value.Value.GetString())));
        var configuration = settings.Build();
        var functions = FunctionCatalog.Read(FunctionApp.Ingest.Assembly, configuration);

        Assert.Equal("IngestReviewPolled", Assert.Single(functions.OfType<BlobFunction>(), function => !function.Disabled).Name);
        var named = configuration.AsEnumerable()
            .Select(pair => pair.Key.Split('.'))
            .Where(parts => parts is ["AzureWebJobs", _, "Disabled"])
            .Select(parts => parts[1]);
        Assert.Empty(named.Except(functions.Select(function => function.Name)));
    }
}
