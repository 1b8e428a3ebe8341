using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Storage;

namespace Ingest.Azure.Tests.App;

/// <summary>The containers and tables that the app uses.</summary>
internal static class AppStorage
{
    private const string Anywhere = "UseDevelopmentStorage=true";

    private static readonly IngestStorage Storage =
        new(new BlobServiceClient(Anywhere), new TableServiceClient(Anywhere), new StorageNames());

    public static IReadOnlyList<string> Containers { get; } = [.. Used<BlobContainerClient>().Select(container => container.Name)];

    public static IReadOnlyList<string> Tables { get; } = [.. Used<TableClient>().Select(table => table.Name)];

    private static IEnumerable<T> Used<T>() =>
        typeof(IngestStorage).GetProperties().Select(property => property.GetValue(Storage)).OfType<T>();
}
