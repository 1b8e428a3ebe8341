using Azure;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_hundred_rows_are_written_together()
    {
        var table = await azurite.NewTableAsync();
        var actions = Adds(0, 100);

        var answer = await table.SubmitTransactionAsync(actions);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(100, table.Query<TableEntity>().Count());
    }

    [Fact]
    public async Task Each_answer_has_the_version_of_its_row()
    {
        var table = await azurite.NewTableAsync();

        var answer = table.SubmitTransaction(Adds(0, 3));

        var versions = table.Query<TableEntity>().Select(row => (ETag?)row.ETag);
        Assert.Equal(versions, answer.Value.Select(response => response.Headers.ETag));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task One_row_that_fails_stops_all_and_is_named(int failing)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", $"{failing:D3}"));

        var asynchronous = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds(0, 100)));
        var synchronous = Assert.Throws<TableTransactionFailedException>(() => table.SubmitTransaction(Adds(0, 100)));

        Assert.Equal(failing, asynchronous.FailedTransactionActionIndex);
        Assert.Equal(failing, synchronous.FailedTransactionActionIndex);
        Assert.Equal((409, "EntityAlreadyExists"), (asynchronous.Status, asynchronous.ErrorCode));
        Assert.Single(table.Query<TableEntity>());
    }

    [Fact]
    public async Task Every_kind_of_action_is_done()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["merged", "replaced", "deleted", "upserted"])
        {
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        }

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("added")),
            new(TableTransactionActionType.UpdateMerge, New("merged"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, New("replaced"), ETag.All),
            new(TableTransactionActionType.Delete, New("deleted")),
            new(TableTransactionActionType.UpsertMerge, New("upserted")),
            new(TableTransactionActionType.UpsertReplace, New("inserted")),
        ]);

        var rows = table.Query<TableEntity>().ToDictionary(row => row.RowKey, row => (row.GetInt32("Old"), row.GetString("New")));
        Assert.Equal(5, rows.Count);
        Assert.Equal((null, "é'\"\r\n--changeset"), rows["added"]);
        Assert.Equal((1, "é'\"\r\n--changeset"), rows["merged"]);
        Assert.Equal((null, "é'\"\r\n--changeset"), rows["replaced"]);
        Assert.Equal((1, "é'\"\r\n--changeset"), rows["upserted"]);
        Assert.Equal((null, "é'\"\r\n--changeset"), rows["inserted"]);
    }

    [Fact]
    public async Task An_old_version_stops_the_transaction()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("other")),
            new(TableTransactionActionType.UpdateReplace, New("r"), added.Headers.ETag!.Value),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(2, table.Query<TableEntity>().Single().GetInt32("Value"));
    }

    [Fact]
    public async Task More_than_a_hundred_rows_are_refused()
    {
        var table = await azurite.NewTableAsync();

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Adds(0, 101)));

        Assert.Equal(400, failure.Status);
        Assert.Empty(table.Query<TableEntity>());
    }

    [Fact]
    public async Task A_transaction_without_actions_is_refused_before_it_is_sent()
    {
        var table = new TableClient(azurite.Azurite.ConnectionString, "doesNotMatter");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!));
        Assert.Throws<ArgumentNullException>(() => new TableTransactionAction(TableTransactionActionType.Add, null!));
    }

    private static IEnumerable<TableTransactionAction> Adds(int from, int count) => Enumerable.Range(from, count).Select(
        number => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{number:D3}") { ["Number"] = number }));

    private static TableEntity New(string key) => new("p", key) { ["New"] = "é'\"\r\n--changeset" };
}
