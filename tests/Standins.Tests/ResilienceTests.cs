using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class ResilienceTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        var table = await azurite.NewTableAsync();
        var transport = new ScriptedTransport(new(status), new(status));
        var flaky = Client(table.Name, transport);

        await flaky.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(3, transport.Requests);
        Assert.Single(table.Query<TableEntity>());
    }

    [Fact]
    public async Task A_transaction_and_a_query_are_tried_again_too()
    {
        var table = await azurite.NewTableAsync();
        var writing = new ScriptedTransport(new ScriptedTransport.Answer(503));
        var reading = new ScriptedTransport(new ScriptedTransport.Answer(503));

        Client(table.Name, writing).SubmitTransaction([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]);
        var rows = Client(table.Name, reading).Query<TableEntity>().ToList();

        Assert.Equal((2, 2), (writing.Requests, reading.Requests));
        Assert.Single(rows);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(413)]
    public async Task A_refusal_is_not_tried_again(int status)
    {
        var transport = new ScriptedTransport(
            new ScriptedTransport.Answer(status, """{"odata.error":{"code":"SomeCode","message":{"lang":"en-US","value":"Some reason."}}}"""));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Client("any", transport).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(1, transport.Requests);
        Assert.Equal((status, "SomeCode"), (failure.Status, failure.ErrorCode));
        Assert.Contains("Some reason.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lasting_failure_is_thrown_after_the_last_try()
    {
        var transport = new ScriptedTransport([.. Enumerable.Repeat(new ScriptedTransport.Answer(503), 10)]);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Client("any", transport).GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(503, failure.Status);
        Assert.Equal(4, transport.Requests);
    }

    [Fact]
    public async Task The_wait_that_the_service_asks_for_is_kept()
    {
        var table = await azurite.NewTableAsync();
        var transport = new ScriptedTransport(new ScriptedTransport.Answer(503, RetryAfter: "1"));
        var clock = Stopwatch.StartNew();

        await Client(table.Name, transport).AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(2, transport.Requests);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_cancelled_call_sends_nothing()
    {
        var transport = new ScriptedTransport();
        var cancelled = new CancellationToken(canceled: true);
        var table = Client("any", transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>(cancellationToken: cancelled).ToListAsync(CancellationToken.None));
        Assert.ThrowsAny<OperationCanceledException>(() => table.GetEntity<TableEntity>("p", "r", null, cancelled));
        Assert.Equal(0, transport.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_next_try()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var transport = new ScriptedTransport(new ScriptedTransport.Answer(503, RetryAfter: "30"));
        var clock = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client("any", transport).AddEntityAsync(new TableEntity("p", "r"), cancellation.Token));

        Assert.Equal(1, transport.Requests);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_query_ends_when_its_enumeration_is_cancelled()
    {
        var table = await azurite.NewTableAsync();
        for (var row = 0; row < 3; row++)
        {
            await table.AddEntityAsync(new TableEntity("p", $"{row}"));
        }

        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(maxPerPage: 1).WithCancellation(cancellation.Token))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }

    private TableClient Client(string table, ScriptedTransport transport)
    {
        var options = new TableClientOptions
        {
            Transport = transport,
            Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(5) },
        };
        return new TableClient(azurite.Azurite.ConnectionString, table, options);
    }
}
