using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions;

/// <summary>Everything the app is made of, for whatever host runs it.</summary>
public static class IngestRegistration
{
    /// <summary>Registers the app's services.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration) => services;
}
