using System.Diagnostics.Metrics;
using System.Reflection;
using Ingest.Functions.Telemetry;
using Ingest.Functions.Tests.OpenApi;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Tests.Telemetry;

/// <summary>The tables of docs/telemetry.md name what there is, all of it and nothing else.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "telemetry.md"));

    [Fact]
    public void Every_event_has_its_row()
    {
        var events =
            from method in typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            let values = string.Join(", ", Names(message.Message).Select(found => char.ToUpperInvariant(found[0]) + found[1..]))
            select $"{message.EventId} | `{message.EventName ?? method.Name}` | {message.Level} | {values}";

        Assert.Equal(events.Order(StringComparer.Ordinal), Table("| id |", 4).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_events_share_an_id()
    {
        var ids = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId)
            .OfType<int>()
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Distinct(ids);
    }

    [Fact]
    public void Every_metric_has_its_row_with_its_unit()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        _ = new IngestMetrics(meters, TimeProvider.System);
        var instruments = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                Assert.False(string.IsNullOrEmpty(instrument.Description));
                instruments.Add($"`{instrument.Name}` | `{instrument.Unit}`");
            }
        };
        listener.Start();

        Assert.Equal(instruments.Order(StringComparer.Ordinal), Table("| metric |", 2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_span_has_its_row()
    {
        var steps = typeof(IngestTracing).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.IsLiteral && field.Name != nameof(IngestTracing.SourceName))
            .Select(field => (string)field.GetRawConstantValue()!);
        var triggered =
            from type in typeof(Log).Assembly.GetTypes()
            from method in type.GetMethods()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null && method.GetParameters().Any(parameter =>
                parameter.IsDefined(typeof(BlobTriggerAttribute))
                || parameter.IsDefined(typeof(EventGridTriggerAttribute))
                || parameter.IsDefined(typeof(TimerTriggerAttribute)))
            select function.Name;

        Assert.Equal(
            steps.Concat(triggered).Select(name => $"`{name}`").Order(StringComparer.Ordinal),
            Table("| span |", 1).Order(StringComparer.Ordinal));
    }

    // The first columns of each row below a heading.
    private static List<string> Table(string heading, int columns)
    {
        var rows = Lines.SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => string.Join(" | ", line.Split('|', StringSplitOptions.TrimEntries)[1..(columns + 1)]))
            .ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static IEnumerable<string> Names(string template) => NamePattern().Matches(template).Select(found => found.Groups[1].Value);

    [System.Text.RegularExpressions.GeneratedRegex(@"\{(\w+)(?::[^}]*)?\}")]
    private static partial System.Text.RegularExpressions.Regex NamePattern();
}
