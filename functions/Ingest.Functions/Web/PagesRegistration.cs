using Ingest.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Web;

/// <summary>What the web pages are made of.</summary>
internal static class PagesRegistration
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageRenderer>()
        .AddSingleton<PagesSite>();
}
