using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Without_a_storage_account_the_app_says_which_setting_is_missing()
    {
        using var services = Services([]);

        var reason = Assert.Throws<InvalidOperationException>(services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>);

        Assert.Contains("AzureWebJobsStorage", reason.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "films", "https://films.blob.core.windows.net/", "https://films.table.core.windows.net/")]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    public void Storage_is_found_by_connection_string_or_by_account_name(string setting, string value, string blobs, string tables)
    {
        using var services = Services(new() { [setting] = value });

        Assert.Equal(blobs, services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>().Uri.ToString());
        Assert.StartsWith(
            tables,
            services.GetRequiredService<Azure.Data.Tables.TableServiceClient>().GetTableClient("films").Uri.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxFileBytes", "0")]
    [InlineData("MaxTextLength", "10")]
    [InlineData("MaxElements", "1")]
    [InlineData("MaxStatements", "0")]
    [InlineData("ReadingBytesAtOnce", "0")]
    [InlineData("ReadingTimeout", "00:00:00")]
    [InlineData("GroupsAtOnce", "-1")]
    [InlineData("FilmCacheFor", "01:00:00")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("ReconcileFor", "00:00:00")]
    [InlineData("KeepDeletedFor", "00:10:00")]
    [InlineData("StorageTimeout", "00:10:00")]
    [InlineData("StorageRetries", "-1")]
    [InlineData("CorsOrigins:0", "films.example")]
    [InlineData("CorsOrigins:0", "https://films.example/")]
    [InlineData("CorsOrigins:0", "https://films.example/path")]
    [InlineData("CorsOrigins:0", "ftp://films.example")]
    public void A_setting_that_makes_no_sense_is_refused(string name, string value)
    {
        using var services = Services(new() { [$"Ingest:{name}"] = value });

        var reason = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IOptions<IngestOptions>>().Value);

        Assert.Contains(name.Split(':')[0], reason.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddIngest(configuration).BuildServiceProvider();
    }
}
