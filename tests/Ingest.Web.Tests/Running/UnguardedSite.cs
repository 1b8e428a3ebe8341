using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ingest.Web.Tests.Running;

/// <summary>Another site's pages without the policy that would stop their scripts, and a page that frames many of them.</summary>
internal sealed class UnguardedSite : IAsyncDisposable
{
    private const string Frames = "/frames-of-the-tests";

    private static readonly string[] PassedOn = ["Content-Type", "Cache-Control", "X-Content-Type-Options", "Location"];

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly WebApplication app;
    private string framed = "";

    private UnguardedSite(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet(Frames, () => Results.Content(framed, "text/html; charset=utf-8"));
        app.MapFallback("{**path}", context => PassOnAsync(context, address));
    }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address => app.Urls.First();

    /// <param name="address">The site whose pages it gives, without a slash at the end.</param>
    public static async Task<UnguardedSite> StartAsync(string address)
    {
        var site = new UnguardedSite(address);
        await site.app.StartAsync();
        return site;
    }

    /// <summary>The path of a page that has a frame for each of the paths, and is loaded when they are.</summary>
    public string FramesOf(IEnumerable<string> paths)
    {
        framed = "<!DOCTYPE html><title>All</title><link rel=\"icon\" href=\"data:,\">"
            + string.Concat(paths.Select(path => $"<iframe src=\"{path.Replace("&", "&amp;", StringComparison.Ordinal)}\"></iframe>"));
        return Frames;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, string address)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var answer = await http.GetAsync(new Uri(address + target, exact), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => PassedOn.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
