using Ingest.Functions.Storage;
using Ingest.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Web;

/// <summary>What the web pages are made of.</summary>
internal static class PagesRegistration
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<LatestFilms>()
        .AddSingleton<LatestReviews>()
        .AddSingleton<PageRenderer>()
        .AddSingleton<StartPages>()
        .AddSingleton<FilmPages>()
        .AddSingleton<PagesSite>();
}
