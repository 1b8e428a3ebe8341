using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>Receives what is exported by OTLP over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly string[] Paths = ["/v1/traces", "/v1/logs", "/v1/metrics"];

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _requests = new();

    private Collector(WebApplication server) => _server = server;

    public string Endpoint => _server.Urls.First();

    /// <summary>The header <c>x-collector-key</c> of every request.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>All bodies as Latin-1 text, to be searched.</summary>
    public string Raw => string.Concat(_requests.Select(request => Encoding.Latin1.GetString(request.Body)));

    public IReadOnlyList<ExportedSpan> Spans => [.. Requests("/v1/traces").SelectMany(Otlp.Spans)];

    public IReadOnlyList<ExportedLog> Logs => [.. Requests("/v1/logs").SelectMany(Otlp.Logs)];

    /// <summary>Of each series what was told last.</summary>
    public IReadOnlyList<ExportedPoint> Points => [.. Requests("/v1/metrics")
        .SelectMany(Otlp.Points)
        .GroupBy(point => (point.Name, string.Join(',', point.Attributes.OrderBy(tag => tag.Key, StringComparer.Ordinal))))
        .Select(series => series.Last())];

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Resources =>
        [.. Paths.SelectMany(Requests).Select(Otlp.Resource)];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        var collector = new Collector(builder.Build());
        collector._server.Run(collector.TakeAsync);
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IEnumerable<ProtobufMessage> Requests(string path) => _requests
        .Where(request => request.Path == path)
        .Select(request => ProtobufMessage.Parse(ByteString.CopyFrom(request.Body)));

    private async Task TakeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Keys.Enqueue(context.Request.Headers["x-collector-key"].ToString());
        _requests.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
