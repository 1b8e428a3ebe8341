using System.Text.Json.Serialization;

namespace Ingest.LoadBench.Scaling.Costs;

/// <summary>A list price.</summary>
/// <param name="Amount">In the list's currency.</param>
/// <param name="Per">For so many units.</param>
/// <param name="Unit">What a unit is.</param>
/// <param name="Source">The page that it is from, or <c>assumed</c>.</param>
/// <param name="AsOf">When it stood there, as far as that is known.</param>
internal sealed record Price(
    [property: JsonPropertyName("price")] double Amount, double Per, string Unit, string Source, string AsOf)
{
    public double Of(double units) => units / Per * Amount;
}
