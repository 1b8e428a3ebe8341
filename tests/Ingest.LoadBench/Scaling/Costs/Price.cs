namespace Ingest.LoadBench.Scaling.Costs;

/// <summary>A list price.</summary>
/// <param name="Amount">In the list's currency.</param>
/// <param name="Per">For so many units.</param>
/// <param name="Unit">What a unit is.</param>
/// <param name="Source">The page that it is from, or <c>assumed</c>.</param>
internal sealed record Price([property: System.Text.Json.Serialization.JsonPropertyName("price")] double Amount, double Per, string Unit, string Source)
{
    public double Of(double units) => units / Per * Amount;
}
