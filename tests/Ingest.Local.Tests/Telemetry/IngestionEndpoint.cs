using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>Receives what is sent to Application Insights: lines of JSON, of which it accepts all.</summary>
internal sealed class IngestionEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<JsonElement> _items = new();

    private IngestionEndpoint(WebApplication server) => _server = server;

    /// <summary>The key that its items carry; as long as one run of it.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    public string ConnectionString => $"InstrumentationKey={Key};IngestionEndpoint={_server.Urls.First()}/";

    /// <summary>All items so far.</summary>
    public IReadOnlyCollection<JsonElement> Items => _items;

    /// <summary>The data of items of a kind, such as <c>MetricData</c>.</summary>
    public IReadOnlyList<JsonElement> Of(string kind) => [.. _items
        .Select(item => item.GetProperty("data"))
        .Where(data => data.GetProperty("baseType").GetString() == kind)
        .Select(data => data.GetProperty("baseData"))];

    public static async Task<IngestionEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var endpoint = new IngestionEndpoint(builder.Build());
        endpoint._server.Run(endpoint.TakeAsync);
        await endpoint._server.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var body = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
            : context.Request.Body;
        using var reader = new StreamReader(body);
        var count = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            _items.Enqueue(item.RootElement.Clone());
            count++;
        }

        await Results.Json(new { itemsReceived = count, itemsAccepted = count, errors = Array.Empty<object>() }).ExecuteAsync(context);
    }
}
