using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ingest.Pages.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Pages;

/// <summary>From what a page shows to its whole HTML document. Safe to use from several requests at once.</summary>
public sealed class PageRenderer(ILoggerFactory loggers) : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton(loggers)
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>Changes with anything that pages are made of besides what they show: components, words, assets.</summary>
    public static string Version { get; } = typeof(PageRenderer).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>The start page, with what a search found where one was asked for.</summary>
    public Task<string> RenderAsync(StartView view) => RenderAsync<StartPage, StartView>(view);

    /// <summary>The page of a film.</summary>
    public Task<string> RenderAsync(FilmView view) => RenderAsync<FilmPage, FilmView>(view);

    /// <summary>The page of a review.</summary>
    public Task<string> RenderAsync(ReviewView view) => RenderAsync<ReviewPage, ReviewView>(view);

    /// <summary>The page that says that something is not here.</summary>
    public Task<string> RenderAsync(NotFoundView view) => RenderAsync<NotFoundPage, NotFoundView>(view);

    /// <summary>The page that says that something went wrong.</summary>
    public Task<string> RenderAsync(ErrorView view) => RenderAsync<ErrorPage, ErrorView>(view);

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();

    private async Task<string> RenderAsync<TPage, TView>(TView view)
        where TPage : IComponent
    {
        ArgumentNullException.ThrowIfNull(view);
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
            var page = await renderer.RenderComponentAsync<TPage>(parameters);
            return page.ToHtmlString();
        });
    }
}
