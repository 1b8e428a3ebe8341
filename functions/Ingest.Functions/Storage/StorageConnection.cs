using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
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
    public BlobServiceClient Blobs() => ConnectionString is { } text
        ? new BlobServiceClient(text)
        : new BlobServiceClient(ServiceUri("blob") ?? throw new InvalidOperationException(Missing), Credential());

    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public TableServiceClient Tables() => ConnectionString is { } text
        ? new TableServiceClient(text)
        : new TableServiceClient(ServiceUri("table") ?? throw new InvalidOperationException(Missing), Credential());

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
