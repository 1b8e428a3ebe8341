using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Standins.Tests;

public sealed class TableTests(AzuriteFixture azurite)
{
    private TableServiceClient Service => new(azurite.Azurite.ConnectionString);

    [Fact]
    public async Task A_table_is_created_once_however_often_it_is_asked_for()
    {
        var name = AzuriteFixture.NewTableName();
        var table = Service.GetTableClient(name);

        var first = await table.CreateIfNotExistsAsync();
        var second = await table.CreateIfNotExistsAsync();
        var third = table.CreateIfNotExists();
        var byService = await Service.CreateTableIfNotExistsAsync(name);

        Assert.Equal(204, first.GetRawResponse().Status);
        Assert.All([first, second, third, byService], response => Assert.Equal(name, response.Value.Name));
        Assert.All([second, third, byService], response => Assert.Equal(409, response.GetRawResponse().Status));
    }

    [Fact]
    public async Task Creating_a_table_that_exists_is_refused()
    {
        var table = await azurite.NewTableAsync();

        var asynchronous = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        var synchronous = Assert.Throws<RequestFailedException>(() => Service.CreateTable(table.Name));

        Assert.Equal((409, "TableAlreadyExists"), (asynchronous.Status, asynchronous.ErrorCode));
        Assert.True(synchronous.ErrorCode == TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task A_name_that_no_table_may_have_is_refused_by_the_service()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Service.CreateTableIfNotExistsAsync("not-a-table-name"));

        Assert.Equal(400, failure.Status);
    }

    [Fact]
    public async Task A_deleted_table_is_gone_and_deleting_it_again_says_so_without_failing()
    {
        var table = await azurite.NewTableAsync();

        var deleted = await table.DeleteAsync();
        var again = await table.DeleteAsync();
        var byService = Service.DeleteTable(table.Name);

        Assert.Equal((204, 404, 404), (deleted.Status, again.Status, byService.Status));
    }

    [Fact]
    public async Task Tables_are_listed_by_filter_and_page_by_page()
    {
        var prefix = AzuriteFixture.NewTableName();
        string[] names = [prefix + "a", prefix + "b", prefix + "c"];
        foreach (var name in names)
        {
            await Service.CreateTableAsync(name);
        }

        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {prefix} and TableName lt {prefix + "d"}");
        var listed = await Service.QueryAsync(filter).Select(table => table.Name).ToListAsync();
        var one = Service.Query((FormattableString)$"TableName eq {names[1]}").ToList();
        var paged = Service.Query(filter, maxPerPage: 2).AsPages().Select(page => page.Values.Count).ToList();

        Assert.Equal(names, listed);
        Assert.Single(one, table => table.Name == names[1]);
        Assert.Equal(3, paged.Sum());
        Assert.All(paged, count => Assert.InRange(count, 0, 2));
    }

    [Fact]
    public async Task A_row_that_exists_is_not_added_again()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 }));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.True(TableErrorCode.EntityAlreadyExists == failure.ErrorCode);
        Assert.Contains("EntityAlreadyExists", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_does_not_exist_is_not_found()
    {
        var table = await azurite.NewTableAsync();

        var asynchronous = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        var synchronous = Assert.Throws<RequestFailedException>(() => table.GetEntity<TableEntity>("p", "r"));

        Assert.Equal((404, "ResourceNotFound"), (asynchronous.Status, asynchronous.ErrorCode));
        Assert.Equal((404, "ResourceNotFound"), (synchronous.Status, synchronous.ErrorCode));
    }

    [Fact]
    public async Task A_row_is_read_if_it_exists()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });

        var there = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var missing = await table.GetEntityIfExistsAsync<TableEntity>("p", "other");
        var synchronous = table.GetEntityIfExists<TableEntity>("p", "other");

        Assert.True(there.HasValue);
        Assert.Equal(1, there.Value!.GetInt32("Value"));
        Assert.False(missing.HasValue);
        Assert.False(synchronous.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task Deleting_a_row_that_does_not_exist_says_so_without_failing()
    {
        var table = await azurite.NewTableAsync();

        var byKey = await table.DeleteEntityAsync("p", "r");
        var byEntity = table.DeleteEntity(new TableEntity("p", "r"));

        Assert.Equal((404, 404), (byKey.Status, byEntity.Status));
    }

    [Fact]
    public async Task Nothing_can_be_written_to_a_table_that_does_not_exist()
    {
        var table = Service.GetTableClient(AzuriteFixture.NewTableName());

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public void An_error_code_compares_ignoring_case()
    {
        Assert.True(TableErrorCode.EntityTooLarge == "entitytoolarge");
        Assert.True(TableErrorCode.EntityTooLarge != "TableNotFound");
        Assert.Equal("EntityTooLarge", TableErrorCode.EntityTooLarge.ToString());
    }
}
