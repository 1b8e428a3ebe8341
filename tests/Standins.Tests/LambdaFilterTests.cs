using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class LambdaFilterTests(AzuriteFixture azurite)
{
    private static readonly Reel[] Reels =
    [
        new() { RowKey = "a", Title = "O'Hara", Minutes = 90, Grams = 5_000_000_000, Rating = 3.5, Worn = true, Gauge = Gauge.Wide },
        new() { RowKey = "b", Title = "žluť", Minutes = 120, Grams = 2, Rating = 4, Gauge = Gauge.Narrow, Copies = 2 },
        new() { RowKey = "c", Title = "Zebra", Minutes = 150, Grams = 3, Rating = 4.5, Made = new(2001, 2, 3, 0, 0, 0, TimeSpan.Zero) },
    ];

    public static TheoryData<string, Expression<Func<Reel, bool>>> Filters()
    {
        var title = "O'Hara";
        var from = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new()
        {
            { "abc", reel => true },
            { "a", reel => reel.Title == title },
            { "a", reel => title == reel.Title },
            { "a", reel => reel.Title!.Equals("O'Hara") },
            { "b", reel => reel.PartitionKey == "p" && reel.RowKey == "b" },
            { "ac", reel => reel.RowKey == "a" || reel.RowKey == "c" },
            { "c", reel => !(reel.RowKey == "a" || reel.RowKey == "b") },
            { "ac", reel => reel.PartitionKey == "p" && (reel.Minutes < 100 || reel.Minutes > 140) },
            { "bc", reel => reel.Minutes >= 120 },
            { "bc", reel => 90 < reel.Minutes },
            { "ab", reel => reel.Minutes <= 120 },
            { "bc", reel => reel.Minutes != 90 },
            { "a", reel => reel.Grams == 5_000_000_000 },
            { "c", reel => reel.Rating > 4.25 },
            { "a", reel => reel.Worn },
            { "bc", reel => !reel.Worn },
            { "a", reel => reel.Gauge == Gauge.Wide },
            { "b", reel => reel.Copies == 2 },
            { "c", reel => reel.Made > from },
            { "bc", reel => string.Compare(reel.RowKey, "b") >= 0 },
            { "a", reel => reel.RowKey.CompareTo("b") < 0 },
            { "b", reel => reel.RowKey == "abc".Substring(1, 1) },
        };
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_lambda_selects_as_it_reads(string expected, Expression<Func<Reel, bool>> filter)
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
            Reels.Select(reel => new TableTransactionAction(TableTransactionActionType.Add, reel)));

        var synchronous = table.Query(filter).Select(reel => reel.RowKey);
        var asynchronous = await table.QueryAsync(filter).Select(reel => reel.RowKey).ToListAsync();
        var byText = table.Query<Reel>(TableClient.CreateQueryFilter(filter)).Select(reel => reel.RowKey);

        Assert.Equal(expected, string.Concat(synchronous));
        Assert.Equal(expected, string.Concat(asynchronous));
        Assert.Equal(expected, string.Concat(byText));
    }

    [Fact]
    public async Task A_lambda_reads_a_dictionarys_properties_by_name()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
            Reels.Select(reel => new TableTransactionAction(TableTransactionActionType.Add, reel)));

        var byGetter = table.Query<TableEntity>(row => row.GetInt32("Minutes") > 100 && row.GetString("Title") == "Zebra").Single();
        var byIndex = table.Query<TableEntity>(row => (string)row["Title"] == "Zebra").Single();

        Assert.Equal(("c", "c"), (byGetter.RowKey, byIndex.RowKey));
    }

    [Fact]
    public async Task A_lambda_selects_tables_by_name()
    {
        var table = await azurite.NewTableAsync();
        var service = new TableServiceClient(azurite.Azurite.ConnectionString);

        var synchronous = service.Query(item => item.Name == table.Name).Single();
        var asynchronous = await service.QueryAsync(item => item.Name == table.Name).SingleAsync();

        Assert.Equal((table.Name, table.Name), (synchronous.Name, asynchronous.Name));
    }

    [Fact]
    public void What_the_service_cannot_filter_by_is_refused() =>
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Reel>(reel => reel.Title!.StartsWith("O'H")));

    public enum Gauge
    {
        Unknown,
        Narrow,
        Wide,
    }

    public sealed class Reel : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Title { get; set; }

        public int Minutes { get; set; }

        public long Grams { get; set; }

        public double Rating { get; set; }

        public bool Worn { get; set; }

        public Gauge Gauge { get; set; }

        public int? Copies { get; set; }

        public DateTimeOffset? Made { get; set; }
    }
}
