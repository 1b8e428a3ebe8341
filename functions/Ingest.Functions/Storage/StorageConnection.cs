using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Configuration;

namespace Ingest.Functions.Storage;

/// <summary>
/// Where the storage account is: the connection string <c>AzureWebJobsStorage</c>, or, for an identity,
/// <c>AzureWebJobsStorage__accountName</c> (or <c>__blobServiceUri</c> and <c>__tableServiceUri</c>), with
/// <c>__clientId</c> for a user-assigned one.
/// </summary>
internal sealed class StorageConnection(IConfiguration configuration)
{
    private const string Setting = "AzureWebJobsStorage";

    private const string Missing =
        "There is no storage account: set AzureWebJobsStorage to a connection string (UseDevelopmentStorage=true for "
        + "Azurite), or AzureWebJobsStorage__accountName to the name of an account that the app's identity may use.";

    private string? ConnectionString => configuration[Setting] is { Length: > 0 } text ? text : null;

    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public BlobServiceClient Blobs(IngestOptions settings) => ConnectionString is { } text
        ? new BlobServiceClient(text, With(settings, new BlobClientOptions()))
        : new BlobServiceClient(
            ServiceUri("blob") ?? throw new InvalidOperationException(Missing), Credential(), With(settings, new BlobClientOptions()));

    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public TableServiceClient Tables(IngestOptions settings) => ConnectionString is { } text
        ? new TableServiceClient(text, With(settings, new TableClientOptions()))
        : new TableServiceClient(
            ServiceUri("table") ?? throw new InvalidOperationException(Missing), Credential(), With(settings, new TableClientOptions()));

    /// <summary>Sets how a client treats what may pass: each wait is about twice as long as the one before, but as long as
    /// storage asks for where it does.</summary>
    public static T With<T>(IngestOptions settings, T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = settings.StorageRetries;
        options.Retry.Delay = TimeSpan.FromSeconds(0.2);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = settings.StorageTimeout;
        return options;
    }

    private Uri? ServiceUri(string service)
    {
        var section = configuration.GetSection(Setting);
        return section[$"{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
            : section["accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
            : null;
    }

    private DefaultAzureCredential Credential()
    {
        var options = new DefaultAzureCredentialOptions();
        if (configuration.GetSection(Setting)["clientId"] is { Length: > 0 } client)
        {
            options.ManagedIdentityClientId = client;
        }

        return new DefaultAzureCredential(options);
    }
}
