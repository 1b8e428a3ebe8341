using System.Collections.Immutable;
using Ingest.Functions.Telemetry;
using Ingest.Local.Blobs;
using Ingest.Local.Events;
using Ingest.Local.Functions;
using Ingest.Local.Http;
using Ingest.Local.Settings;
using Ingest.Local.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local;

/// <summary>Puts a function app and its triggers into one web application.</summary>
internal static class LocalHost
{
    // The setting's name and default value are the Functions host's.
    private const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";
    private const long DefaultBodyLimit = 104_857_600;

    // The longest name of a blob, each of its 1,024 characters as nine of an address, and what stands around it.
    private const int RequestLineLimit = 16 * 1024;

    /// <summary>A host that is ready to be started.</summary>
    /// <exception cref="CannotHostException">The settings or the functions cannot be hosted.</exception>
    public static WebApplication Build(LocalOptions options)
    {
        var root = options.Root ?? RootFolder.Find();
        var app = options.Assembly is { } file ? FunctionApp.Load(file) : FunctionApp.Ingest;

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = root });
        var settingsFile = builder.Configuration.AddLocalSettings(root, options.Connection);
        var hostJson = HostJson.Read(root, builder.Configuration);
        var functions = FunctionCatalog.Read(app.Assembly, builder.Configuration);
        RequireStorage(builder.Configuration, functions);
        var key = FunctionKey.Find(builder.Configuration[FunctionKey.Setting], options.Data ?? Path.Combine(root, ".azurite"));

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options, builder.Configuration));
        AddLogging(builder.Logging, hostJson);
        builder.Services.AddRoutingCore().AddProblemDetails().AddMvcCore();
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = options.Grace + TimeSpan.FromSeconds(5);
        });
        Register(app, builder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options).AddSingleton(hostJson).AddSingleton(key).AddSingleton<HttpEndpoints>().AddSingleton<AdminEndpoints>();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<BlobTriggers>(services, functions));
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<TimerTriggers>(services, functions));
        builder.Services.AddHostedService(services => services.GetRequiredService<TimerTriggers>());
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<EventEndpoint>(services, functions));

        var host = builder.Build();
        host.UseRouting();
        host.Services.GetRequiredService<HttpEndpoints>().Map(host, functions.OfType<HttpFunction>());
        host.Services.GetRequiredService<AdminEndpoints>().Map(host);
        host.Services.GetRequiredService<EventEndpoint>().Map(host);
        host.Lifetime.ApplicationStarted.Register(() =>
            Console.WriteLine(StartUpSummary.Of(app, functions, hostJson, key, settingsFile, host.Urls.First())));
        return host;
    }

    private static void Register(FunctionApp app, WebApplicationBuilder builder)
    {
        try
        {
            app.Register(builder.Services, builder.Configuration);
        }
        catch (InvalidOperationException reason)
        {
            // How the app says which setting it cannot work with.
            throw new CannotHostException(reason.Message);
        }
    }

    private static void RequireStorage(ConfigurationManager settings, ImmutableArray<LocalFunction> functions)
    {
        foreach (var function in functions.OfType<BlobFunction>().Where(function => !function.Disabled))
        {
            BlobTriggers.ConnectTo(settings, LocalSettings.Storage);
            BlobTriggers.ConnectTo(settings, function.Connection);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, LocalOptions options, ConfigurationManager settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = RequestLineLimit;
        kestrel.Limits.MaxRequestBodySize = settings.GetValue<long?>(BodyLimitSetting) ?? DefaultBodyLimit;
        if (options.Port == 0)
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        }
        else
        {
            // Both loopback addresses: clients that try ::1 first wait long where nobody refuses them.
            kestrel.ListenLocalhost(options.Port);
        }
    }

    private static void AddLogging(ILoggingBuilder logging, HostJson host)
    {
        logging.Services.AddSafeLogging();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        foreach (var (category, name) in host.LogLevel?.AsEnumerable(makePathsRelative: true) ?? [])
        {
            if (Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level))
            {
                logging.AddFilter(category is "default" or "Default" ? null : category, level);
            }
        }

        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
    }
}
