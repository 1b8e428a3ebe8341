using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Ingest.LocalStorage;

namespace Standins.Tests;

public sealed class ConnectionTests(AzuriteFixture azurite)
{
    private const string Key = "c2VjcmV0";

    public static TheoryData<string, string, string> Good() => new()
    {
        { "UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1" },
        { $"AccountName=films;AccountKey={Key};EndpointSuffix=core.windows.net", "https://films.table.core.windows.net/", "films" },
        {
            $"DefaultEndpointsProtocol=https;AccountName=films;AccountKey={Key};EndpointSuffix=core.example",
            "https://films.table.core.example/", "films"
        },
        {
            $"DefaultEndpointsProtocol=http;AccountName=films;AccountKey={Key};TableEndpoint=http://127.0.0.1:555/films;BlobEndpoint=http://x",
            "http://127.0.0.1:555/films", "films"
        },
        { "TableEndpoint=https://films.table.core.example;SharedAccessSignature=sv=1&sig=abc%3D", "https://films.table.core.example/", "films" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_connection_string_names_the_service_and_the_account(string text, string address, string account)
    {
        var service = new TableServiceClient(text);
        var table = new TableClient(text, "reels");

        Assert.Equal(address.TrimEnd('/'), service.Uri.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        Assert.Equal(address.TrimEnd('/') + "/reels", table.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal(("reels", account, account), (table.Name, table.AccountName, service.AccountName));
        Assert.Equal("reels", service.GetTableClient("reels").Name);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=films")]
    [InlineData("AccountName=films;AccountName=films;AccountKey=c2VjcmV0")]
    [InlineData("UseDevelopmentStorage=maybe")]
    [InlineData("AccountName=films;SharedAccessSignature=sig")]
    public void A_text_that_is_no_connection_string_is_refused(string text)
    {
        Type[] refusals = [typeof(FormatException), typeof(ArgumentException), typeof(InvalidOperationException)];

        var byService = Assert.ThrowsAny<Exception>(() => new TableServiceClient(text));
        var byTable = Assert.ThrowsAny<Exception>(() => new TableClient(text, "reels"));

        Assert.Contains(byService.GetType(), refusals);
        Assert.Contains(byTable.GetType(), refusals);
    }

    [Fact]
    public void A_missing_connection_string_or_name_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new TableServiceClient((string)null!));
        Assert.ThrowsAny<ArgumentException>(() => new TableServiceClient(""));
        Assert.ThrowsAny<ArgumentException>(() => new TableClient("UseDevelopmentStorage=true", ""));
    }

    [Fact]
    public async Task The_account_key_opens_the_service_by_its_address_or_the_tables()
    {
        var credential = new TableSharedKeyCredential(Azurite.AccountName, Azurite.AccountKey);
        var service = new TableServiceClient(azurite.Azurite.TableEndpoint, credential);
        var table = service.GetTableClient(AzuriteFixture.NewTableName());
        await table.CreateAsync();

        var byService = new TableClient(azurite.Azurite.TableEndpoint, table.Name, credential);
        var byTable = new TableClient(table.Uri, table.Name, credential);
        await byService.AddEntityAsync(new TableEntity("p", "1"));
        await byTable.AddEntityAsync(new TableEntity("p", "2"));

        Assert.Equal(table.Uri, byService.Uri);
        Assert.Equal(table.Uri, byTable.Uri);
        Assert.Equal(2, table.Query<TableEntity>().Count());
    }

    [Fact]
    public async Task A_wrong_key_is_refused_until_it_is_replaced()
    {
        var credential = new TableSharedKeyCredential(Azurite.AccountName, Key);
        var table = new TableClient(azurite.Azurite.TableEndpoint, AzuriteFixture.NewTableName(), credential);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        credential.SetAccountKey(Azurite.AccountKey);
        var created = await table.CreateAsync();

        Assert.Equal(403, failure.Status);
        Assert.Equal(204, created.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_shared_access_signature_opens_the_service_however_it_is_given()
    {
        var table = await azurite.NewTableAsync();
        var signature = AccountSignature("rwdlacu");
        var signed = new Uri($"{table.Uri}?{signature}");
        var service = azurite.Azurite.TableEndpoint;
        TableClient[] clients =
        [
            new(table.Uri, new AzureSasCredential(signature)),
            new(signed),
            new TableServiceClient(service, new AzureSasCredential("?" + signature)).GetTableClient(table.Name),
            new TableServiceClient(new Uri($"{service}?{signature}")).GetTableClient(table.Name),
            new($"TableEndpoint={service};SharedAccessSignature={signature}", table.Name),
        ];

        for (var number = 0; number < clients.Length; number++)
        {
            await clients[number].AddEntityAsync(new TableEntity("p", $"{number}'s"));
            await clients[number].SubmitTransactionAsync(
                [new(TableTransactionActionType.UpsertMerge, new TableEntity("p", $"{number}'s") { ["A"] = 1 })]);
            Assert.Equal(number + 1, clients[number].Query<TableEntity>(maxPerPage: 2).Count());
            Assert.Equal(table.Name, clients[number].Name);
        }
    }

    [Fact]
    public async Task A_shared_access_signature_opens_no_more_than_it_grants()
    {
        var table = await azurite.NewTableAsync();
        var reader = new TableClient(table.Uri, new AzureSasCredential(AccountSignature("rl")));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => reader.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, failure.Status);
        Assert.Empty(reader.Query<TableEntity>());
    }

    [Fact]
    public async Task A_signature_is_sent_once_however_often_the_request_is_tried()
    {
        var table = await azurite.NewTableAsync();
        var options = new TableClientOptions
        {
            Transport = new ScriptedTransport(new(503), new(503)),
            Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(5) },
        };
        var client = new TableClient(table.Uri, new AzureSasCredential(AccountSignature("rwdlacu")), options);

        await client.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Single(table.Query<TableEntity>());
    }

    [Fact]
    public void A_signature_is_not_sent_over_a_network_in_the_clear() =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://films.example"), new AzureSasCredential("sig=a")));

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var transport = new ScriptedTransport(
            new ScriptedTransport.Answer(200, """{"value":[{"PartitionKey":"p","RowKey":"r","odata.etag":"W/\"1\""}]}"""));
        var credential = new RecordingCredential();
        var table = new TableClient(
            new Uri("https://films.table.core.example"), "reels", credential, new TableClientOptions { Transport = transport });

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal("Bearer a-token", transport.LastHeaders["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("films", table.AccountName);
    }

    [Fact]
    public async Task A_token_is_asked_for_the_audience_of_the_options()
    {
        var credential = new RecordingCredential();
        var options = new TableClientOptions
        {
            Transport = new ScriptedTransport(new ScriptedTransport.Answer(204)),
            Audience = "https://storage.example",
        };
        var table = new TableClient(new Uri("https://films.table.core.example"), "reels", credential, options);

        await table.UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(["https://storage.example/.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_token_is_not_sent_in_the_clear()
    {
        var table = new TableClient(azurite.Azurite.TableEndpoint, "reels", new RecordingCredential());

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.CreateAsync());
    }

    /// <summary>An account signature for the table service, by the service's documented scheme.</summary>
    private static string AccountSignature(string permissions)
    {
        const string version = "2020-12-06";
        var expiry = DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", null);
        string[] lines = [Azurite.AccountName, permissions, "t", "sco", "", expiry, "", "", version, "", ""];
        var hash = HMACSHA256.HashData(Convert.FromBase64String(Azurite.AccountKey), Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return $"sv={version}&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(expiry)}"
            + $"&sig={Uri.EscapeDataString(Convert.ToBase64String(hash))}";
    }

    private sealed class RecordingCredential : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
