using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Standins.Tests;

public sealed class EntityTests(AzuriteFixture azurite)
{
    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];

    public static TheoryData<string, object> Values() => new()
    {
        { "text", "A plain sentence." },
        { "empty text", "" },
        { "text with quotes, backslash and line ends", "\"a\" 'b' \\ c\r\n\td" },
        { "text of many scripts", "žluťoučký 日本語 한국어 العربية 🎬 e\u0301" },
        { "text that looks like a date", "2024-02-29T12:00:00Z" },
        { "text that looks like a number", "42" },
        { "32 Ki characters", new string('x', 32 * 1024) },
        { "true", true },
        { "false", false },
        { "int", 42 },
        { "smallest int", int.MinValue },
        { "largest int", int.MaxValue },
        { "long in the range of int", 7L },
        { "smallest long", long.MinValue },
        { "largest long", long.MaxValue },
        { "double", 0.1 },
        { "double without a fraction", 3.0 },
        { "negative zero", -0.0 },
        { "smallest double", double.Epsilon },
        { "largest double", double.MaxValue },
        { "not a number", double.NaN },
        { "infinity", double.PositiveInfinity },
        { "negative infinity", double.NegativeInfinity },
        { "guid", new Guid("6d6c0f6e-6a53-4b6e-9f0a-0123456789ab") },
        { "time to 100 ns", new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.Zero).AddTicks(1234567) },
        { "time before 1900", new DateTimeOffset(1895, 12, 28, 0, 0, 0, TimeSpan.Zero) },
        { "bytes", AllBytes },
        { "no bytes", Array.Empty<byte>() },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(string kind, object value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });

        TableEntity byKey = await table.GetEntityAsync<TableEntity>("p", "r");
        var byQuery = table.Query<TableEntity>().Single();

        Assert.Equal(value, byKey["Value"]);
        Assert.IsType(value.GetType(), byKey["Value"]);
        Assert.Equal(value, byQuery["Value"]);
        Assert.IsType(value.GetType(), byQuery["Value"]);
        Assert.False(string.IsNullOrEmpty(kind));
    }

    [Fact]
    public async Task A_time_comes_back_as_the_same_instant_in_utc()
    {
        var table = await azurite.NewTableAsync();
        var local = new DateTimeOffset(2024, 7, 1, 20, 30, 0, TimeSpan.FromHours(9));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Offset"] = local, ["Utc"] = local.UtcDateTime });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(local, read.GetDateTimeOffset("Offset"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Offset")!.Value.Offset);
        Assert.Equal(local.UtcDateTime, read.GetDateTime("Utc"));
        Assert.Equal(DateTimeKind.Utc, read.GetDateTime("Utc")!.Value.Kind);
    }

    [Fact]
    public async Task A_time_that_is_not_utc_is_refused_before_it_is_sent()
    {
        var table = await azurite.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["Local"] = new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified) };

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity));
        Assert.Empty(table.Query<TableEntity>());
    }

    [Fact]
    public async Task A_null_is_not_stored()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Nothing"] = null, ["Something"] = 1 });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Null(read["Nothing"]);
        Assert.Null(read.GetString("Nothing"));
        Assert.Equal(1, read.GetInt32("Something"));
    }

    [Fact]
    public async Task A_row_carries_its_key_version_and_time_and_no_annotations()
    {
        var table = await azurite.NewTableAsync();
        var before = DateTimeOffset.UtcNow.AddMinutes(-5);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Number"] = 1L, ["Id"] = Guid.Empty });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.NotEqual(default, read.ETag);
        Assert.InRange(read.Timestamp!.Value, before, DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal(["Id", "Number", "PartitionKey", "RowKey", "Timestamp", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_class_is_stored_property_by_property()
    {
        var table = await azurite.NewTableAsync();
        var stored = new Screening
        {
            PartitionKey = "p",
            RowKey = "r",
            Hall = "Blue",
            Seats = 180,
            Tickets = 5_000_000_000,
            Rating = 4.0,
            SoldOut = true,
            Start = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero),
            End = new DateTime(2031, 5, 6, 9, 0, 0, DateTimeKind.Utc),
            Id = Guid.NewGuid(),
            Poster = AllBytes,
            Thumbnail = BinaryData.FromBytes([1, 2, 3]),
            Format = Format.Wide,
            MaybeFormat = Format.Narrow,
            MaybeSeats = 3,
            Note = "for staff",
            Secret = "never stored",
        };
        await table.AddEntityAsync(stored);

        Screening read = await table.GetEntityAsync<Screening>("p", "r");
        TableEntity raw = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(stored.Hall, read.Hall);
        Assert.Equal(stored.Seats, read.Seats);
        Assert.Equal(stored.Tickets, read.Tickets);
        Assert.Equal(stored.Rating, read.Rating);
        Assert.True(read.SoldOut);
        Assert.Equal(stored.Start, read.Start);
        Assert.Equal(stored.End, read.End);
        Assert.Equal(stored.Id, read.Id);
        Assert.Equal(stored.Poster, read.Poster);
        Assert.Equal(stored.Thumbnail.ToArray(), read.Thumbnail!.ToArray());
        Assert.Equal(Format.Wide, read.Format);
        Assert.Equal(Format.Narrow, read.MaybeFormat);
        Assert.Equal(3, read.MaybeSeats);
        Assert.Null(read.MaybeRating);
        Assert.Null(read.MaybeStart);
        Assert.Null(read.MaybeId);
        Assert.Equal("for staff", read.Note);
        Assert.Null(read.Secret);
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal("Wide", raw["Format"]);
        Assert.Equal("for staff", raw["remark"]);
        Assert.False(raw.ContainsKey("Note"));
        Assert.False(raw.ContainsKey("Secret"));
        Assert.False(raw.ContainsKey("ETag"));
    }

    [Fact]
    public async Task A_class_ignores_stored_properties_that_it_does_not_have()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Hall"] = "Red", ["Unknown"] = 1 });

        Screening read = await table.GetEntityAsync<Screening>("p", "r");

        Assert.Equal("Red", read.Hall);
        Assert.Equal(0, read.Seats);
    }

    [Fact]
    public async Task A_class_may_implement_the_key_explicitly()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new Ticket { Show = "matinee", Number = "12" });

        Ticket read = await table.GetEntityAsync<Ticket>("matinee", "12");

        Assert.Equal(("matinee", "12"), (read.Show, read.Number));
    }

    [Fact]
    public void A_row_reads_as_the_type_it_holds_only()
    {
        var entity = new TableEntity("p", "r") { ["Number"] = 1, ["Text"] = "one" };

        Assert.Equal(1, entity.GetInt32("Number"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Number"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
        Assert.Null(entity.GetInt64("Missing"));
        Assert.Null(entity.GetBinary("Missing"));
        Assert.Null(entity["Missing"]);
    }

    [Fact]
    public void A_value_keeps_its_type_when_a_fitting_one_is_set_over_it()
    {
        var entity = new TableEntity { ["Long"] = 1L, ["Double"] = 1.0 };

        entity["Long"] = 2;
        entity["Double"] = 3;

        Assert.Equal(2L, entity["Long"]);
        Assert.Equal(3.0, entity["Double"]);
        Assert.Throws<InvalidOperationException>(() => entity["Long"] = "two");
    }

    [Fact]
    public void A_row_is_a_dictionary()
    {
        var entity = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p", ["RowKey"] = "r" }) { { "A", 1 } };

        Assert.Equal("p", entity.PartitionKey);
        Assert.Equal(3, entity.Count);
        Assert.True(entity.TryGetValue("A", out var value) && value is 1);
        Assert.True(entity.Remove("A"));
        Assert.False(entity.ContainsKey("A"));
        Assert.Equal(["PartitionKey", "RowKey"], entity.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal(default, entity.ETag);
    }

    private enum Format
    {
        Narrow,
        Wide,
    }

    private sealed class Screening : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Hall { get; set; }

        public int Seats { get; set; }

        public long Tickets { get; set; }

        public double Rating { get; set; }

        public bool SoldOut { get; set; }

        public DateTimeOffset Start { get; set; }

        public DateTime End { get; set; }

        public Guid Id { get; set; }

        public byte[]? Poster { get; set; }

        public BinaryData? Thumbnail { get; set; }

        public Format Format { get; set; }

        public Format? MaybeFormat { get; set; }

        public int? MaybeSeats { get; set; }

        public double? MaybeRating { get; set; }

        public DateTimeOffset? MaybeStart { get; set; }

        public Guid? MaybeId { get; set; }

        [DataMember(Name = "remark")]
        public string? Note { get; set; }

        [IgnoreDataMember]
        public string? Secret { get; set; }
    }

    private sealed class Ticket : ITableEntity
    {
        [IgnoreDataMember]
        public string Show { get; set; } = "";

        [IgnoreDataMember]
        public string Number { get; set; } = "";

        string ITableEntity.PartitionKey { get => Show; set => Show = value; }

        string ITableEntity.RowKey { get => Number; set => Number = value; }

        DateTimeOffset? ITableEntity.Timestamp { get; set; }

        ETag ITableEntity.ETag { get; set; }
    }
}
