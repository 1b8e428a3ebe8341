using System.Text;
using Ingest.LoadBench.Ingesting;
using Ingest.LoadBench.Scaling;
using Ingest.LoadBench.Scaling.Census;
using Ingest.LoadBench.Scaling.Costs;

namespace Ingest.Local.Tests.Scaling;

public sealed class CostTests
{
    [Fact]
    public void A_million_queries_cost_what_their_parts_cost()
    {
        var lines = CostTable.OfQueries(PriceList.Read(), storageReads: 2, instanceSeconds: 0.5, memory: 2);

        Assert.Equal([26, 0.4, 0.072, 2.3], lines.Select(line => Math.Round(line.Cost, 6)));
    }

    [Fact]
    public void Every_price_says_where_it_is_from()
    {
        var prices = PriceList.Read();

        Assert.True(DateOnly.TryParse(prices.Date, System.Globalization.CultureInfo.InvariantCulture, out _));
        Assert.All(prices.Prices.Values, price => Assert.True(price is { Amount: > 0, Per: > 0, Source.Length: > 0, Unit.Length: > 0 }));
    }

    [Fact]
    public void A_million_reviews_cost_in_proportion_to_those_that_were_simulated()
    {
        var result = Simulation.Run(new Scenario("few", 600, 100) { Films = 50, Existing = 0 }, 1);

        var lines = CostTable.OfReviews(PriceList.Read(), result);

        Assert.Equal(result.GigabyteSeconds * 10_000 * 0.000026, lines[0].Cost, 6);
        Assert.Equal(2_000_000, lines.Single(line => line.What.StartsWith("blobs, writes", StringComparison.Ordinal)).Units);
    }

    [Theory]
    [InlineData(0, "HEAD", "/devstoreaccount1/reviews/a.html", "", "blob reviews read")]
    [InlineData(0, "PUT", "/articles/a/1.json.gz", "", "blob articles write")]
    [InlineData(1, "GET", "/devstoreaccount1/evidence(PartitionKey='x',RowKey='!group')?$format=json", "", "table evidence read")]
    [InlineData(1, "GET", "/devstoreaccount1/evidence()?$filter=PartitionKey%20eq%20'x'", "", "table evidence scan")]
    [InlineData(1, "POST", "/devstoreaccount1/$batch", "", "table evidence transaction")]
    [InlineData(1, "POST", "/devstoreaccount1/titles", """{"PartitionKey":"all","RowKey":"x"}""", "table titles write all")]
    [InlineData(1, "POST", "/devstoreaccount1/titles", """{"PartitionKey": "pm"}""", "table titles write person")]
    [InlineData(1, "PUT", "/devstoreaccount1/titles(PartitionKey='tg',RowKey='x')", "", "table titles write title")]
    public void Requests_are_told_apart_by_what_they_ask_of_which_part(byte service, string method, string target, string body, string kind) =>
        Assert.Equal(kind, RequestCensus.KindOf(new RecordedRequest(service, method, target, [], Encoding.UTF8.GetBytes(body), 200)));
}
