using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Tests.Hosted;

/// <summary>Registers what the functions of this assembly need; the host finds it by its parameters.</summary>
public static class HostedServices
{
    public static IServiceCollection AddHosted(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSingleton(new Journal(configuration["Journal"]!));
    }
}
