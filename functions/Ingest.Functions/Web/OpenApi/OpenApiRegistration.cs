using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>What the API's description is made of.</summary>
internal static class OpenApiRegistration
{
    /// <summary>Registers the description.</summary>
    public static IServiceCollection AddOpenApi(this IServiceCollection services) => services.AddSingleton<OpenApiApi>();
}
