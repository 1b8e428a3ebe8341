using System.Net;
using Ingest.Functions.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Functions.Tests.Web;

/// <summary>A real server before a worker's export, for what only a connection shows.</summary>
internal sealed class ExportServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private ExportServer(WebApplication server) => (this.server, Http) = (server, new HttpClient { BaseAddress = new Uri(server.Urls.Single()) });

    public HttpClient Http { get; }

    public static async Task<ExportServer> StartAsync(TestWorker worker)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(async context => await (await worker.Functions<FilmFunctions>().Export(context.Request))
            .ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor())));
        await server.StartAsync();
        return new(server);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
    }
}
