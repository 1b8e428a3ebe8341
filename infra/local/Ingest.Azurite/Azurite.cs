using System.Globalization;

namespace Ingest.LocalStorage;

/// <summary>A running Azurite: blob, queue and table service on this machine. Disposing it stops what it started.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>Azurite's account.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>Azurite's key: public, the same everywhere, and good for nothing else.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private readonly AzuriteProcess? _process;

    private Azurite(IReadOnlyList<AzuriteService> services, AzuriteProcess? process)
    {
        _process = process;
        (BlobEndpoint, QueueEndpoint, TableEndpoint) = (services[0].Endpoint, services[1].Endpoint, services[2].Endpoint);
    }

    /// <summary>Address of the blob service, account included.</summary>
    public Uri BlobEndpoint { get; }

    /// <summary>Address of the queue service, account included.</summary>
    public Uri QueueEndpoint { get; }

    /// <summary>Address of the table service, account included.</summary>
    public Uri TableEndpoint { get; }

    /// <summary>Connection string of all three services.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};"
        + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Id of the process it started; null when it uses one that was running.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Installs Azurite with npm into the repository's <c>infra/local</c>, unless the version wanted is there.</summary>
    /// <param name="progress">Told what is being done, when something is.</param>
    /// <param name="cancellationToken">Stops the installation.</param>
    /// <exception cref="AzuriteException">npm is missing or failed.</exception>
    public static async Task EnsureInstalledAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await new NodePackages(LocalFolder.Find(), "Azurite").EnsureAsync(progress, cancellationToken);
        }
        catch (NodePackagesException reason)
        {
            throw new AzuriteException(reason.Message, reason);
        }
    }

    /// <summary>Starts Azurite, which must be installed, and waits until all three services answer.</summary>
    /// <param name="options">Ports and data.</param>
    /// <param name="cancellationToken">Gives up, and stops what was started.</param>
    /// <exception cref="AzuriteException">Node.js is missing, a port is taken, or Azurite did not start.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        AzuriteService[] wanted =
            [new("Blob", options.BlobPort), new("Queue", options.QueuePort), new("Table", options.TablePort)];
        var taken = wanted.Where(service => service.Port != 0 && service.IsTaken()).ToList();
        if (taken.Count > 0)
        {
            return options.ReuseIfListening && taken.Count == wanted.Length
                ? await ReuseAsync(wanted, cancellationToken)
                : throw new AzuriteException($"Azurite cannot start: {Ports(taken)} already in use.");
        }

        var process = AzuriteProcess.Start(LocalFolder.Find(), options);
        try
        {
            var services = await process.WaitUntilListeningAsync(wanted, options.StartTimeout, cancellationToken);
            using var http = new HttpClient { Timeout = options.StartTimeout };
            foreach (var service in services)
            {
                if (!await service.AnswersAsync(http, cancellationToken))
                {
                    throw new AzuriteException($"Azurite started, but its {service.Name} service does not answer at {service.Endpoint}.");
                }
            }

            return new Azurite(services, process);
        }
        catch
        {
            await process.StopAsync(StopTimeout);
            throw;
        }
    }

    /// <summary>Stops the process that was started and waits for its end, at most some seconds; a reused one stays.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.StopAsync(StopTimeout);
        }
    }

    private static async Task<Azurite> ReuseAsync(AzuriteService[] services, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var service in services)
        {
            if (!await service.AnswersAsync(http, cancellation))
            {
                throw new AzuriteException(
                    $"Azurite cannot start: port {service.Port} is in use, and not by Azurite's {service.Name} service.");
            }
        }

        return new Azurite(services, null);
    }

    private static string Ports(List<AzuriteService> taken)
    {
        var ports = string.Join(", ", taken.Select(service => service.Port.ToString(CultureInfo.InvariantCulture)));
        return taken.Count == 1 ? $"port {ports} is" : $"ports {ports} are";
    }
}
