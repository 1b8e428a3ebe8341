using System.Globalization;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>A span as OTLP gives it.</summary>
internal sealed record ExportedSpan(
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    int Kind,
    string Source,
    bool IsError,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Links);

/// <summary>An event of the log as OTLP gives it.</summary>
internal sealed record ExportedLog(
    string Category, string Event, string Body, string TraceId, string SpanId, IReadOnlyDictionary<string, string> Attributes);

/// <summary>A data point of a metric as OTLP gives it; of a histogram, the number of its values.</summary>
internal sealed record ExportedPoint(
    string Meter, string Name, string Unit, double Value, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Reads what OTLP carries, by the numbers of its fields.</summary>
internal static class Otlp
{
    public static IReadOnlyDictionary<string, string> Resource(ProtobufMessage request) =>
        request.Messages(1, 1).Select(resource => Attributes(resource, 1)).First();

    public static IEnumerable<ExportedSpan> Spans(ProtobufMessage request) =>
        from scope in request.Messages(1, 2)
        let source = scope.Messages(1).Single().Text(1)
        from span in scope.Messages(2)
        select new ExportedSpan(
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Text(5),
            (int)span.Number(6),
            source,
            span.Messages(15).Any(status => status.Number(3) == 2),
            Attributes(span, 9),
            [.. span.Messages(13).Select(link => link.Hex(2))]);

    public static IEnumerable<ExportedLog> Logs(ProtobufMessage request) =>
        from scope in request.Messages(1, 2)
        let category = scope.Messages(1).Single().Text(1)
        from log in scope.Messages(2)
        select new ExportedLog(
            category, log.Text(12), log.Messages(5).Select(Value).SingleOrDefault(""), log.Hex(9), log.Hex(10), Attributes(log, 6));

    public static IEnumerable<ExportedPoint> Points(ProtobufMessage request) =>
        from scope in request.Messages(1, 2)
        let meter = scope.Messages(1).Single().Text(1)
        from metric in scope.Messages(2)
        from point in metric.Messages(5, 1).Concat(metric.Messages(7, 1)).Select(number => (At: number, IsHistogram: false))
            .Concat(metric.Messages(9, 1).Select(histogram => (At: histogram, IsHistogram: true)))
        select new ExportedPoint(
            meter,
            metric.Text(1),
            metric.Text(3),
            point.IsHistogram || !point.At.Has(4) ? point.At.Number(point.IsHistogram ? 4 : 6) : point.At.Double(4),
            Attributes(point.At, point.IsHistogram ? 9 : 7));

    private static Dictionary<string, string> Attributes(ProtobufMessage of, int field)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var attribute in of.Messages(field))
        {
            attributes[attribute.Text(1)] = attribute.Messages(2).Select(Value).SingleOrDefault("");
        }

        return attributes;
    }

    private static string Value(ProtobufMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(4) ? value.Double(4).ToString(CultureInfo.InvariantCulture)
        : value.Number(value.Has(2) ? 2 : 3).ToString(CultureInfo.InvariantCulture);
}
