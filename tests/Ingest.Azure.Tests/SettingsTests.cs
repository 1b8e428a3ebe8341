using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Azure.Tests.App;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;
using Ingest.Functions.Ingestion;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Ingest.Azure.Tests;

/// <summary>The app is given every setting that it reads, and none that nobody does.</summary>
public sealed class SettingsTests(CompiledDeployment compiled)
{
    // Read by the app, and rightly not among the settings of the deployment.
    private static readonly Dictionary<string, string> NotSet = new()
    {
        ["AzureWebJobsStorage"] = "a connection string holds a key; the account's name and an identity stand in for it",
        ["AzureWebJobsStorage__{service}ServiceUri"] = "made of the account's name",
        ["Ingest__CorsOrigins"] = "a list, empty by default",
        ["INGEST_CRASH_AT"] = "kills the app, for tests",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "off unless otherSettings has it",
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "as the endpoint",
        ["WEBSITE_SITE_NAME"] = "set by Azure",
        ["WEBSITE_INSTANCE_ID"] = "set by Azure",
    };

    // Set, and read by the Functions host.
    private static readonly Dictionary<string, string> OfTheHost = new()
    {
        ["AzureWebJobsStorage__credential"] = "how the host logs in to storage",
        ["AzureWebJobsDisableHomepage"] = "the app has a start page of its own",
    };

    // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
    private static readonly string[] NotOnFlexConsumption =
    [
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_MAX_HTTP_CONCURRENCY", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
        "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE", "WEBSITE_DNS_SERVER",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_USE_PLACEHOLDER", "WEBSITE_VNET_ROUTE_ALL",
    ];

    private readonly IReadOnlyDictionary<string, string> settings = compiled.Deployment.AppSettings();

    [Fact]
    public void Every_setting_that_the_code_reads_is_set() => Assert.Empty(Missing(settings));

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage__clientId")]
    [InlineData("Ingest__MaxAttempts")]
    public void A_setting_that_is_left_out_is_found(string name) =>
        Assert.Equal(name, Assert.Single(Missing(Without(name))));

    [Fact]
    public void Nothing_is_set_that_nobody_reads() => Assert.Empty(Unread(settings));

    [Theory]
    [InlineData("Ingest__MaxFileByte")]
    [InlineData("AzureWebJobs.NoSuchFunction.Disabled")]
    [InlineData("SomethingElse")]
    public void A_setting_that_nobody_reads_is_found(string name) =>
        Assert.Equal(name, Assert.Single(Unread(new Dictionary<string, string>(settings) { [name] = "1" })));

    [Fact]
    public void What_is_listed_as_not_set_is_read_by_the_code() =>
        Assert.Empty(NotSet.Keys.Except(SettingsRead.ByTheApp).Except(Options));

    [Fact]
    public void The_limits_are_the_codes_own()
    {
        var bound = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
            .Build()
            .GetSection(IngestOptions.Section)
            .Get<IngestOptions>();

        Assert.Equal(JsonSerializer.Serialize(new IngestOptions()), JsonSerializer.Serialize(bound));
    }

    [Fact]
    public void Nothing_is_set_that_Flex_Consumption_refuses() => Assert.Empty(settings.Keys.Intersect(NotOnFlexConsumption));

    [Fact]
    public void The_blob_trigger_that_is_enabled_is_the_one_of_events() =>
        Assert.Equal(BlobTriggerSource.EventGrid, Assert.Single(EnabledBlobTriggers(settings)).Source);

    [Fact]
    public void The_blob_trigger_that_is_enabled_locally_is_the_other_one()
    {
        var local = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.example.json")))!["Values"]!.AsObject()
            .ToDictionary(setting => setting.Key, setting => (string)setting.Value!);

        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, Assert.Single(EnabledBlobTriggers(local)).Source);
    }

    [Fact]
    public void Without_the_switch_two_blob_triggers_are_enabled() =>
        Assert.Equal(2, EnabledBlobTriggers(Without("AzureWebJobs.IngestReviewPolled.Disabled")).Count());

    [Theory]
    [InlineData("""var x = configuration["NEW_ONE"];""", "NEW_ONE")]
    [InlineData("""const string Name = "NEW_ONE"; var x = configuration[Name];""", "NEW_ONE")]
    [InlineData("""var x = Environment.GetEnvironmentVariable("NEW_ONE");""", "NEW_ONE")]
    [InlineData("""var x = configuration.GetValue<int>("NEW_ONE");""", "NEW_ONE")]
    [InlineData("""const string Name = "NEW_ONE"; int Of(IConfiguration configuration, string setting) => configuration[setting]; var x = Of(configuration, Name);""", "NEW_ONE")]
    [InlineData("""var part = configuration.GetSection("New"); var x = part["One"];""", "New__One")]
    [InlineData("""var x = configuration.GetSection("New")["One"];""", "New__One")]
    public void A_new_setting_in_the_code_is_found(string source, string name) =>
        Assert.Equal(name, Assert.Single(SettingsRead.In("Any", new Dictionary<string, string> { ["Any"] = source })));

    [Theory]
    [InlineData("""var x = configuration[$"{prefix}One"];""")]
    [InlineData("""var x = configuration[Elsewhere.Name];""")]
    public void A_setting_whose_name_cannot_be_made_out_is_no_silent_gap(string source) =>
        Assert.Throws<InvalidOperationException>(
            () => SettingsRead.In("Any", new Dictionary<string, string> { ["Any"] = source }).ToList());

    private static IEnumerable<string> Missing(IReadOnlyDictionary<string, string> settings) =>
        SettingsRead.ByTheApp.Where(name => !name.EndsWith("__", StringComparison.Ordinal)).Concat(Options)
            .Except(settings.Keys).Except(NotSet.Keys);

    private static IEnumerable<string> Unread(IReadOnlyDictionary<string, string> settings) =>
        settings.Keys
            .Except(SettingsRead.ByTheApp).Except(Options).Except(OfTheHost.Keys)
            .Except(AppFunction.All.Keys.Select(function => $"AzureWebJobs.{function}.Disabled"));

    // Every limit that can be set; the others are worked out.
    private static IEnumerable<string> Options =>
        typeof(IngestOptions).GetProperties().Where(option => option.CanWrite).Select(option => $"{IngestOptions.Section}__{option.Name}");

    private static IEnumerable<BlobTriggerAttribute> EnabledBlobTriggers(IReadOnlyDictionary<string, string> settings) =>
        from function in AppFunction.All.Values
        where settings.GetValueOrDefault($"AzureWebJobs.{function.Name}.Disabled") != "true"
        where function.IsTriggeredBy("Blob")
        select (BlobTriggerAttribute)function.Trigger!;

    private Dictionary<string, string> Without(string name) =>
        settings.Where(setting => setting.Key != name).ToDictionary();
}
