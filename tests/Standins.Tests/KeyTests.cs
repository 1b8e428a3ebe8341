using Azure;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class KeyTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Keys() =>
    [
        "plain",
        "",
        "it's",
        "''",
        "two  words",
        "100%",
        "%27",
        "%2F",
        "a+b",
        "a&b=c;d",
        "AC|DC",
        "(1,2)",
        "..",
        "~!@$^*()_-={}[]:;\"<>,.",
        "žluťoučký kůň",
        "日本語 の 鍵",
        "🎬🎞",
        new string('k', 511),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_row_is_found_changed_and_deleted_by_any_key(string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key) { ["Step"] = 1 });
        await table.AddEntityAsync(new TableEntity(key, key + "2") { ["Step"] = 1 });

        TableEntity added = await table.GetEntityAsync<TableEntity>(key, key);
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["Step"] = 2 }, added.ETag);
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["More"] = true });
        var found = table.Query<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).Single();

        Assert.Equal((key, key), (added.PartitionKey, added.RowKey));
        Assert.Equal(2, found.GetInt32("Step"));
        Assert.True(found.GetBoolean("More"));

        var deleted = await table.DeleteEntityAsync(key, key);
        Assert.Equal(204, deleted.Status);
        Assert.Equal(key + "2", table.Query<TableEntity>().Single().RowKey);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_transaction_takes_any_key(string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key));

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key) { ["Text"] = key }),
            new(TableTransactionActionType.Add, new TableEntity(key, key + "2")),
        ]);

        TableEntity changed = await table.GetEntityAsync<TableEntity>(key, key);
        Assert.Equal(key, changed.GetString("Text"));
        Assert.Equal(2, table.Query<TableEntity>().Count());
    }

    [Theory]
    [InlineData(null, "r")]
    [InlineData("p", null)]
    public async Task A_missing_key_is_refused_before_anything_is_sent(string? partitionKey, string? rowKey)
    {
        var table = new TableClient(azurite.Azurite.ConnectionString, "doesNotMatter");
        var entity = new TableEntity(partitionKey, rowKey);

        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(entity));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpdateEntityAsync(entity, ETag.All));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync(partitionKey!, rowKey!));
    }
}
