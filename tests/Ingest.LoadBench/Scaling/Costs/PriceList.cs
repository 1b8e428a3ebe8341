using System.Text.Json;

namespace Ingest.LoadBench.Scaling.Costs;

/// <summary>The list prices of <c>prices.json</c>.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Date">The day that they are assumed to hold on.</param>
/// <param name="Region">Where they hold.</param>
/// <param name="Prices">By what is paid for.</param>
internal sealed record PriceList(string Currency, string Date, string Region, IReadOnlyDictionary<string, Price> Prices)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The list.</summary>
    public static PriceList Read()
    {
        using var file = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        return JsonSerializer.Deserialize<PriceList>(file, Options)!;
    }

    /// <summary>What so many units cost.</summary>
    public CostLine Line(string what, string name, double units) => new(what, units, Prices[name], Prices[name].Of(units));
}
