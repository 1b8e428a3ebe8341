using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Settings;

/// <summary>The part of host.json that this host follows; settings <c>AzureFunctionsJobHost__...</c> override it.</summary>
internal sealed record HostJson
{
    /// <summary>What stands before every HTTP route, without slashes at its ends; empty for nothing.</summary>
    public string RoutePrefix { get; private init; } = "api";

    /// <summary>Most blob functions that run at a time.</summary>
    public int BlobParallelism { get; private init; } = 8 * Environment.ProcessorCount;

    /// <summary>Attempts after which a blob is given up.</summary>
    public int BlobAttempts { get; private init; } = 5;

    /// <summary>How long one run of a function may take; null for no limit.</summary>
    public TimeSpan? FunctionTimeout { get; private init; } = TimeSpan.FromMinutes(30);

    /// <summary>Log levels by category.</summary>
    public IConfigurationSection? LogLevel { get; private init; }

    /// <exception cref="CannotHostException">The file cannot be read, or a value in it is none of its kind.</exception>
    public static HostJson Read(string root, IConfiguration settings)
    {
        var file = Path.Combine(root, "host.json");
        try
        {
            var json = new ConfigurationBuilder()
                .AddJsonFile(file, optional: false)
                .AddConfiguration(settings.GetSection("AzureFunctionsJobHost"))
                .Build();
            var defaults = new HostJson();
            return new HostJson
            {
                RoutePrefix = (json["extensions:http:routePrefix"] ?? defaults.RoutePrefix).Trim('/'),
                BlobParallelism = AtLeastOne(json, "extensions:blobs:maxDegreeOfParallelism") ?? defaults.BlobParallelism,
                BlobAttempts = AtLeastOne(json, "extensions:blobs:poisonBlobThreshold") ?? defaults.BlobAttempts,
                FunctionTimeout = json["functionTimeout"] switch
                {
                    null => defaults.FunctionTimeout,
                    "-1" => null,
                    var value => TimeSpan.Parse(value, CultureInfo.InvariantCulture),
                },
                LogLevel = json.GetSection("logging:logLevel"),
            };
        }
        catch (Exception reason) when (reason is IOException or FormatException or InvalidDataException or OverflowException)
        {
            throw new CannotHostException($"{file} cannot be followed: {reason.InnerException?.Message ?? reason.Message}");
        }
    }

    private static int? AtLeastOne(IConfigurationRoot json, string key) => json[key] switch
    {
        null => null,
        var value when int.Parse(value, CultureInfo.InvariantCulture) is > 0 and var number => number,
        var value => throw new FormatException($"{key} is {value}, which is less than 1."),
    };
}
