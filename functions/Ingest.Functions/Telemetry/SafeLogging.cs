using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>Puts <see cref="SafeLogger"/> before every sink of a host.</summary>
internal static class SafeLogging
{
    /// <summary>Whoever logs, to whatever sink, now or later registered, logs through <see cref="LogText"/>.</summary>
    public static IServiceCollection AddSafeLogging(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton<LoggerFactory>();
        return services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => new SafeLoggerFactory(provider.GetRequiredService<LoggerFactory>())));
    }
}
