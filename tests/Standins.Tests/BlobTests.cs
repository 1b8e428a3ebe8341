using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Standins.Tests;

public sealed class BlobTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_blob_is_uploaded_and_read()
    {
        var container = new BlobContainerClient(azurite.Azurite.ConnectionString, $"c{Guid.NewGuid():N}");
        await container.CreateAsync();
        var content = new string('é', 300_000);

        await container.GetBlobClient("folder/review ž.html").UploadAsync(BinaryData.FromString(content));

        var read = await container.GetBlobClient("folder/review ž.html").DownloadContentAsync();
        var names = await container.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
        Assert.Equal(content, read.Value.Content.ToString());
        Assert.Equal(["folder/review ž.html"], names);
    }

    [Theory]
    [InlineData(Azure.Storage.StorageChecksumAlgorithm.MD5)]
    [InlineData(Azure.Storage.StorageChecksumAlgorithm.Auto)]
    public async Task A_blob_is_uploaded_with_a_checksum(Azure.Storage.StorageChecksumAlgorithm algorithm)
    {
        var container = new BlobContainerClient(azurite.Azurite.ConnectionString, $"c{Guid.NewGuid():N}");
        await container.CreateAsync();
        var options = new BlobUploadOptions { TransferValidation = new() { ChecksumAlgorithm = algorithm } };

        var uploaded = await container.GetBlobClient("b").UploadAsync(BinaryData.FromString("content"), options);

        Assert.Equal(201, uploaded.GetRawResponse().Status);
    }
}
