using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Standins.Tests;

public sealed class ConcurrencyTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_of_an_old_version_is_refused_and_changes_nothing(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        var old = added.Headers.ETag!.Value;
        var updated = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 }, old, mode);

        var late = new TableEntity("p", "r") { ["Value"] = 3 };
        var asynchronous = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(late, old, mode));
        var synchronous = Assert.Throws<RequestFailedException>(() => table.UpdateEntity(late, old, mode));

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (asynchronous.Status, asynchronous.ErrorCode));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (synchronous.Status, synchronous.ErrorCode));
        Assert.True(asynchronous.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(2, read.GetInt32("Value"));
        Assert.Equal(updated.Headers.ETag, read.ETag);
        Assert.NotEqual(old, read.ETag);
    }

    [Fact]
    public async Task A_delete_of_an_old_version_is_refused()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.DeleteEntityAsync("p", "r", added.Headers.ETag!.Value));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Single(table.Query<TableEntity>());
    }

    [Fact]
    public async Task A_delete_of_the_version_read_succeeds()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        var deleted = await table.DeleteEntityAsync(read, read.ETag);

        Assert.Equal(204, deleted.Status);
        Assert.Empty(table.Query<TableEntity>());
    }

    [Fact]
    public async Task An_update_of_any_version_needs_the_row()
    {
        var table = await azurite.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused_before_it_is_sent()
    {
        var table = new TableClient(azurite.Azurite.ConnectionString, "doesNotMatter");

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task A_merge_keeps_and_a_replace_drops_what_is_not_given()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        table.UpdateEntity(new TableEntity("p", "r") { ["B"] = 2 }, ETag.All, TableUpdateMode.Merge);
        TableEntity merged = table.GetEntity<TableEntity>("p", "r");
        table.UpdateEntity(new TableEntity("p", "r") { ["C"] = 3 }, ETag.All, TableUpdateMode.Replace);
        TableEntity replaced = table.GetEntity<TableEntity>("p", "r");

        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal(3, replaced.GetInt32("C"));
        Assert.False(replaced.ContainsKey("A"));
        Assert.False(replaced.ContainsKey("B"));
    }

    [Fact]
    public async Task An_upsert_inserts_then_merges_or_replaces()
    {
        var table = await azurite.NewTableAsync();

        table.UpsertEntity(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Replace);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
        TableEntity merged = await table.GetEntityAsync<TableEntity>("p", "r");
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, TableUpdateMode.Replace);
        TableEntity replaced = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.False(replaced.ContainsKey("A"));
        Assert.Equal(3, replaced.GetInt32("C"));
    }

    [Fact]
    public async Task Of_many_racing_updates_of_one_version_exactly_one_wins()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Winner"] = -1 });
        var version = added.Headers.ETag!.Value;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                return (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Winner"] = number }, version)).Status;
            }
            catch (RequestFailedException failure)
            {
                return failure.Status;
            }
        }));

        Assert.Single(statuses, 204);
        Assert.Equal(7, statuses.Count(status => status == 412));
    }
}
