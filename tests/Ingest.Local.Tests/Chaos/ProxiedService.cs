using System.Collections.Concurrent;
using System.Net;
using Ingest.Chaos.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Tests.Chaos;

/// <summary>A small HTTP service with a proxy before it, whose next fault a test chooses.</summary>
internal sealed class ProxiedService : IAsyncDisposable
{
    private readonly WebApplication _service;
    private readonly FaultProxy _proxy;

    private ProxiedService(WebApplication service, FaultProxy proxy, ConcurrentQueue<Fault> faults, FaultCounts counts, ConcurrentQueue<string> done) =>
        (_service, _proxy, Faults, Counts, Done, Http) = (service, proxy, faults, counts, done, new HttpClient { BaseAddress = proxy.Address });

    /// <summary>What the next requests meet; none once it is empty.</summary>
    public ConcurrentQueue<Fault> Faults { get; }

    public FaultCounts Counts { get; }

    /// <summary>What the service did: method, target and body.</summary>
    public ConcurrentQueue<string> Done { get; }

    /// <summary>Speaks to the proxy.</summary>
    public HttpClient Http { get; }

    public static async Task<ProxiedService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var service = builder.Build();
        var done = new ConcurrentQueue<string>();
        service.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            done.Enqueue($"{context.Request.Method} {context.Request.Path} {await body.ReadToEndAsync()}".TrimEnd());
            context.Response.Headers.Location = $"http://{context.Request.Host}/elsewhere";
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await context.Response.WriteAsync(new string('x', 100_000));
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status201Created;
            }
        });
        await service.StartAsync();
        var (faults, counts) = (new ConcurrentQueue<Fault>(), new FaultCounts());
        var proxy = await FaultProxy.StartAsync(
            new Uri(service.Urls.Single()), _ => faults.TryDequeue(out var fault) ? fault : Fault.None, counts);
        return new(service, proxy, faults, counts, done);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _proxy.DisposeAsync();
        await _service.DisposeAsync();
    }
}
