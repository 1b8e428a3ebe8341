using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Ingest.Functions.Web;
using Ingest.Functions.Web.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ingest.Functions;

/// <summary>Everything the app is made of, for whatever host runs it.</summary>
public static class IngestRegistration
{
    /// <summary>Registers the app's services. The host, when it starts, checks the settings and creates the containers and
    /// tables that are missing.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration"><c>AzureWebJobsStorage</c>, or <c>AzureWebJobsStorage__accountName</c> for an identity,
    /// and the section <c>Ingest</c>.</param>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddOptions<IngestOptions>()
            .Bind(configuration.GetSection(IngestOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Reader.Default);
        services.AddTelemetry(configuration);
        return services.AddStorage(configuration).AddIngestion().AddWeb().AddPages().AddOpenApi();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = new StorageConnection(configuration);
        return services
            .AddSingleton(provider => connection.Blobs(provider.GetRequiredService<IOptions<IngestOptions>>().Value))
            .AddSingleton(provider => connection.Tables(provider.GetRequiredService<IOptions<IngestOptions>>().Value))
            .AddSingleton(new StorageNames())
            .AddSingleton<IngestStorage>()
            .AddSingleton<ReviewTable>()
            .AddSingleton<ReviewFiles>()
            .AddSingleton<ReadingBlobs>()
            .AddSingleton<EvidenceTable>()
            .AddSingleton<FilmCache>()
            .AddSingleton<FilmTable>()
            .AddSingleton<AllFilms>()
            .AddSingleton<MisspeltFilms>()
            .AddSingleton<TitleTable>()
            .AddSingleton<ProjectionWriter>()
            .AddSingleton<FilmPlaces>()
            .AddSingleton<GroupRebuild>()
            .AddSingleton<LateGroups>()
            .AddSingleton<TitleGroups>()
            .AddSingleton<ReconciliationTable>()
            .AddHostedService<StorageCreation>();
    }

    private static IServiceCollection AddIngestion(this IServiceCollection services) => services
        .AddSingleton<ReviewSchedule>()
        .AddSingleton<ReviewClaims>()
        .AddSingleton<ReviewHandBacks>()
        .AddSingleton<ReviewEvidence>()
        .AddSingleton<ReadingGate>()
        .AddSingleton<ReviewFailures>()
        .AddSingleton<ReviewIngestion>()
        .AddSingleton<LateFilms>()
        .AddSingleton<Reconciliation>();

    private static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddCors()
        .AddSingleton<CrossOrigin>()
        .AddSingleton<Api>()
        .AddSingleton<Addresses>()
        .AddSingleton<FallbackApi>()
        .AddSingleton<FilmSuggestions>()
        .AddSingleton<FilmApi>()
        .AddSingleton<FilmExport>()
        .AddSingleton<ReviewApi>()
        .AddSingleton<ReviewDrops>()
        .AddSingleton<ReviewRetries>()
        .AddSingleton<HealthApi>();
}
