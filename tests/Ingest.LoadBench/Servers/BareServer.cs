using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.LoadBench.Servers;

/// <summary>What the app is measured beside: Kestrel and routing, set up as the local host sets them up, and endpoints that
/// write recorded answers out of memory. A process of its own; the answers come as a line on standard input.</summary>
internal static class BareServer
{
    /// <summary>The command line of its process.</summary>
    public const string Verb = "bare";

    public static async Task ServeAsync(TextReader input, TextWriter output)
    {
        var answers = JsonSerializer.Deserialize<RecordedAnswer[]>((await input.ReadLineAsync())!)!;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.UseRouting();
        foreach (var path in answers.GroupBy(answer => answer.Path))
        {
            Map(app, path.Key, path.Single(answer => answer.ETag is null), path.FirstOrDefault(answer => answer.ETag is not null));
        }

        await app.StartAsync();
        await output.WriteLineAsync("Listening on " + app.Urls.First());
        await input.ReadToEndAsync();
    }

    private static void Map(WebApplication app, string path, RecordedAnswer full, RecordedAnswer? notModified) => app.MapGet(path, context =>
    {
        var isKnown = notModified is not null && context.Request.Headers.IfNoneMatch == notModified.ETag;
        var answer = isKnown ? notModified! : full;
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (isKnown)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
    });
}
