using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Browser;

/// <summary>A visitor with a page of their own, who notices whatever the browser complains of.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            // What the page itself gave up, because somebody typed on or went on, has not failed.
            if (request.Failure != "net::ERR_ABORTED")
            {
                complaints.Enqueue("failed: " + request.Url);
            }
        };
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Errors and warnings of the console, broken rules of the content security policy among them.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<Visit> StartAsync(IBrowser browser, string address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address;
        var context = await browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
