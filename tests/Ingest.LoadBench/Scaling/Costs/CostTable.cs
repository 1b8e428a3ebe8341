using System.Globalization;
using Ingest.LoadBench.Scaling.Model;

namespace Ingest.LoadBench.Scaling.Costs;

/// <summary>What a million reviews and a million queries cost at list prices.</summary>
internal static class CostTable
{
    private const double Million = 1_000_000;

    // What the app writes into its log of a review, and of a query: an event, a span and its requests.
    private const double LogOfReview = 4_000;
    private const double LogOfQuery = 1_000;
    private const double Gigabyte = 1_000_000_000;

    // A page of 40 KiB, and what its rows and its article take beside it.
    private const double File = 40_960;
    private const double Rows = 5_000;

    /// <summary>What a million reviews cost as they came in a simulation.</summary>
    public static IReadOnlyList<CostLine> OfReviews(PriceList prices, SimulationResult result)
    {
        double Each(double count) => count * Million / result.Reviews;
        return
        [
            prices.Line("instances", "functions.gigabyteSecond", Each(result.GigabyteSeconds)),
            prices.Line("executions", "functions.execution", Each(result.Executions)),
            prices.Line("tables", "table.request", Each(result.Requests[RequestKind.Table])),
            prices.Line("blobs, writes (one is the drop)", "blob.write", Each(result.Requests[RequestKind.BlobWrite] + result.Reviews)),
            prices.Line("blobs, reads", "blob.read", Each(result.Requests[RequestKind.BlobRead])),
            prices.Line("blobs, lists", "blob.list", Each(result.Requests[RequestKind.BlobList])),
            prices.Line("the host's queue", "queue.request", Each(result.Requests[RequestKind.Queue])),
            prices.Line("events and deliveries", "eventGrid.operation", Each(result.Reviews + result.Deliveries)),
            prices.Line("logs, 4 KB a review (assumed)", "logs.gigabyte", Million * LogOfReview / Gigabyte),
            prices.Line("files of 40 KiB, kept a month", "blob.gigabyteMonth", Million * File / Gigabyte),
            prices.Line("rows of 5 KB (assumed), a month", "table.gigabyteMonth", Million * Rows / Gigabyte),
        ];
    }

    /// <summary>What a million queries cost, of which a share is answered without storage.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="storageReads">Requests to storage for each.</param>
    /// <param name="instanceSeconds">Billed seconds of an instance for each.</param>
    /// <param name="memory">Of an instance, in GB.</param>
    public static IReadOnlyList<CostLine> OfQueries(PriceList prices, double storageReads, double instanceSeconds, double memory) =>
    [
        prices.Line("instances", "functions.gigabyteSecond", Million * instanceSeconds * memory),
        prices.Line("executions", "functions.execution", Million),
        prices.Line("tables", "table.request", Million * storageReads),
        prices.Line("logs, 1 KB a query (assumed)", "logs.gigabyte", Million * LogOfQuery / Gigabyte),
    ];

    public static void Print(string title, IReadOnlyList<CostLine> lines)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var line in lines)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.What,-36}{line.Units,12:N0}  {$"{line.Price.Amount:0.######} for {line.Price.Per:N0} {line.Price.Unit}",-56}{line.Cost,8:F2}  {line.Price.Source}, {line.Price.AsOf}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"all",-36}{"",12}  {"",-56}{lines.Sum(line => line.Cost),8:F2}"));
    }
}
