using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Azure.Tests;

/// <summary>Alerts ask for metrics that there are.</summary>
public sealed partial class AlertTests(CompiledDeployment compiled)
{
    private const string QueryAlert = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricAlert = "Microsoft.Insights/metricAlerts";

    private static readonly string[] Document = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    private readonly Deployment deployment = compiled.Deployment;

    [Fact]
    public void Every_query_asks_for_metrics_and_tags_of_the_app() => Assert.Empty(Unknown(deployment, Instruments()));

    [Theory]
    [InlineData("ingest.reviews.failed", "ingest.reviews.broken")]
    [InlineData("Properties.status", "Properties.state")]
    [InlineData("\"failed\"", "\"broken\"")]
    public void A_query_for_what_there_is_not_is_found(string there, string not) => Assert.NotEmpty(Unknown(
        deployment.Changed(changed =>
        {
            foreach (var condition in changed.OfType(QueryAlert).Select(alert => alert["properties"]!["criteria"]!["allOf"]![0]!))
            {
                condition["query"] = ((string)condition["query"]!).Replace(there, not, StringComparison.Ordinal);
            }
        }),
        Instruments()));

    [Theory]
    [InlineData("failed-reviews")]
    [InlineData("failed-attempts")]
    [InlineData("oldest-unprocessed")]
    [InlineData("no-reconciliation")]
    [InlineData("dead-letters")]
    [InlineData("throttling")]
    public void There_is_an_alert_that_is_sent(string name)
    {
        var alert = Assert.Single(
            deployment.OfType(QueryAlert).Concat(deployment.OfType(MetricAlert)),
            alert => ((string)alert["name"]!).StartsWith($"alert-{name}-", StringComparison.Ordinal));
        var group = (string)Assert.Single(deployment.OfType("Microsoft.Insights/actionGroups"))["id"]!;

        Assert.True((bool)alert["properties"]!["enabled"]!);
        Assert.Contains(group, alert["properties"]!["actions"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dead_letters_are_watched_on_the_topic()
    {
        var alert = Assert.Single(
            deployment.OfType(MetricAlert), alert => alert.ToJsonString().Contains("\"DeadLetteredCount\"", StringComparison.Ordinal));

        Assert.Equal(
            (string)Assert.Single(deployment.OfType("Microsoft.EventGrid/systemTopics"))["id"]!,
            (string)alert["properties"]!["scopes"]![0]!);
    }

    // Nobody else looks at them: they are deployed before there is any telemetry to check them with.
    [Fact]
    public void Every_query_is_of_a_form_that_is_known_to_work() => Assert.All(
        deployment.OfType(QueryAlert).Select(alert => (string)alert["properties"]!["criteria"]!["allOf"]![0]!["query"]!),
        query => Assert.Matches(Query(), query));

    [GeneratedRegex("""^AppMetrics \| where Name == "[^"]+"( and tostring\(Properties\.\w+\) == "\w+")? \| summarize Value = (max\(Sum / ItemCount\)|sum\(Sum\)|sum\(ItemCount\))$""")]
    private static partial Regex Query();

    private static IEnumerable<string> Unknown(Deployment deployment, HashSet<string> instruments) =>
        from alert in deployment.OfType(QueryAlert)
        let query = (string)alert["properties"]!["criteria"]!["allOf"]![0]!["query"]!
        let metric = Metric().Match(query).Groups["name"].Value
        let row = Document.FirstOrDefault(line => line.StartsWith($"| `{metric}` |", StringComparison.Ordinal))?.Split('|')
        where !instruments.Contains(metric)
            || row is null
            || Tag().Matches(query).Any(tag =>
                !row[3].Split(',').Any(known => known.Trim() == tag.Groups["tag"].Value) || !row[4].Contains($"`{tag.Groups["value"].Value}`", StringComparison.Ordinal))
        select query;

    private static HashSet<string> Instruments()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        _ = new IngestMetrics(meters, TimeProvider.System);
        var names = new HashSet<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                names.Add(instrument.Name);
            }
        };
        listener.Start();
        return names;
    }

    [GeneratedRegex(@"Name == ""(?<name>[^""]+)""")]
    private static partial Regex Metric();

    [GeneratedRegex(@"Properties\.(?<tag>\w+)\) == ""(?<value>[^""]+)""")]
    private static partial Regex Tag();
}
