using Azure;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class QueryTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 1, 2, 3, TimeSpan.Zero);
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static TheoryData<string, FormattableString> Filters() => new()
    {
        { "text", $"Text eq {"it's \"ž 日本\" & 50% + 1"}" },
        { "int", $"Int gt {41} and Int lt {43}" },
        { "long", $"Long eq {5_000_000_000}" },
        { "double", $"Double eq {0.5}" },
        { "boolean", $"Bool eq {true}" },
        { "time", $"Time eq {Time}" },
        { "utc time", $"Time ge {Time.UtcDateTime}" },
        { "guid", $"Id eq {Id}" },
        { "not", $"not (Int eq {1}) and Int eq {42}" },
        { "or", $"Int eq {42} or Int eq {-5}" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_selects_by_the_value_it_names(string kind, FormattableString filter)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "wanted")
        {
            ["Text"] = "it's \"ž 日本\" & 50% + 1",
            ["Int"] = 42,
            ["Long"] = 5_000_000_000,
            ["Double"] = 0.5,
            ["Bool"] = true,
            ["Time"] = Time,
            ["Id"] = Id,
        });
        await table.AddEntityAsync(new TableEntity("p", "other")
        {
            ["Text"] = "its",
            ["Int"] = 1,
            ["Long"] = 1L,
            ["Double"] = 0.25,
            ["Bool"] = false,
            ["Time"] = Time.AddYears(-1),
            ["Id"] = Guid.Empty,
        });

        var found = table.Query<TableEntity>(TableClient.CreateQueryFilter(filter)).ToList();

        Assert.Equal("wanted", Assert.Single(found).RowKey);
        Assert.False(string.IsNullOrEmpty(kind));
    }

    public static TheoryData<string, FormattableString> Literals() => new()
    {
        { "A eq 'O''Hara'", $"A eq {"O'Hara"}" },
        { "A eq ''", $"A eq {""}" },
        { "A eq ''''", $"A eq {'\''}" },
        { "A eq 'x'' or ''1'' eq ''1'", $"A eq {"x' or '1' eq '1"}" },
        { "A eq 7 and B eq 7L", $"A eq {7} and B eq {7L}" },
        { "A eq 0.5", $"A eq {0.5}" },
        { "A eq true and B eq false", $"A eq {true} and B eq {false}" },
        { "A eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'", $"A eq {Id}" },
        { "PartitionKey eq 'a'", $"PartitionKey eq {"a"}" },
        { "no values", $"no values" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void An_interpolated_value_becomes_a_literal(string expected, FormattableString filter)
    {
        Assert.Equal(expected, TableClient.CreateQueryFilter(filter));
        Assert.Equal(expected, TableServiceClient.CreateQueryFilter(filter));
    }

    [Fact]
    public void A_value_without_a_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));

    [Fact]
    public async Task More_than_a_thousand_rows_come_page_by_page_in_the_order_of_their_keys()
    {
        var table = await azurite.NewTableAsync();
        var expected = await AddRowsAsync(table, 1_250);

        var asynchronous = new List<string>();
        var pages = 0;
        await foreach (var page in table.QueryAsync<TableEntity>().AsPages())
        {
            pages++;
            Assert.InRange(page.Values.Count, 1, 1_000);
            asynchronous.AddRange(page.Values.Select(row => row.RowKey));
        }

        var flat = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["RowKey"]))
        {
            flat.Add(row.RowKey);
        }

        Assert.Equal(2, pages);
        Assert.Equal(expected, asynchronous);
        Assert.Equal(expected, flat);
        Assert.Equal(expected, table.Query<TableEntity>().Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_query_goes_on_from_the_token_of_a_page()
    {
        var table = await azurite.NewTableAsync();
        var expected = await AddRowsAsync(table, 10);

        var first = table.Query<TableEntity>(maxPerPage: 4).AsPages().First();
        var rest = table.Query<TableEntity>(maxPerPage: 4).AsPages(first.ContinuationToken).ToList();
        var hinted = await table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken, pageSizeHint: 6).FirstAsync();

        Assert.Equal(expected[..4], first.Values.Select(row => row.RowKey));
        Assert.Equal(expected[4..], rest.SelectMany(page => page.Values).Select(row => row.RowKey));
        Assert.Equal(expected[4..], hinted.Values.Select(row => row.RowKey));
        Assert.Null(rest[^1].ContinuationToken);
        Assert.Equal(200, first.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_token_carries_keys_with_any_characters()
    {
        var table = await azurite.NewTableAsync();
        string[] keys = ["it's a key", "z 50% žluť", "日本 語"];
        foreach (var key in keys)
        {
            await table.AddEntityAsync(new TableEntity(key, key));
        }

        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            table.Query<TableEntity>(maxPerPage: 1).Select(row => row.RowKey).Order(StringComparer.Ordinal));
        Assert.Equal(3, table.Query<TableEntity>(maxPerPage: 1).AsPages().Count(page => page.Values.Count == 1));
    }

    [Fact]
    public async Task Selected_properties_are_the_only_ones_read()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2, ["C"] = 3 });

        var queried = table.Query<TableEntity>(select: ["RowKey", "B"]).Single();
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r", ["A", "C"]);

        Assert.Equal(2, queried.GetInt32("B"));
        Assert.False(queried.ContainsKey("A"));
        Assert.Equal((1, 3), (read.GetInt32("A"), read.GetInt32("C")));
        Assert.False(read.ContainsKey("B"));
    }

    [Fact]
    public async Task An_empty_table_has_no_rows()
    {
        var table = await azurite.NewTableAsync();

        Assert.Empty(table.Query<TableEntity>());
        Assert.Null(Assert.Single(table.Query<TableEntity>().AsPages()).ContinuationToken);
    }

    [Fact]
    public async Task A_query_is_sent_when_it_is_enumerated_and_fails_there()
    {
        var missing = new TableClient(azurite.Azurite.ConnectionString, AzuriteFixture.NewTableName());

        var query = missing.QueryAsync<TableEntity>();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await query.ToListAsync());
        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_malformed_filter_is_refused_by_the_service()
    {
        var table = await azurite.NewTableAsync();

        var failure = Assert.Throws<RequestFailedException>(() => table.Query<TableEntity>("PartitionKey eq").ToList());

        Assert.Equal(400, failure.Status);
        Assert.False(string.IsNullOrEmpty(failure.ErrorCode));
    }

    /// <summary>Adds rows of one partition, a hundred at a time; gives their row keys in order.</summary>
    private static async Task<string[]> AddRowsAsync(TableClient table, int count)
    {
        var keys = Enumerable.Range(0, count).Select(number => $"{number:D6}").ToArray();
        foreach (var hundred in keys.Chunk(100))
        {
            await table.SubmitTransactionAsync(
                hundred.Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", key))));
        }

        return keys;
    }
}
