namespace Ingest.LoadBench.Scaling.Costs;

/// <summary>A part of a cost.</summary>
/// <param name="What">What it is for.</param>
/// <param name="Units">How many units.</param>
/// <param name="Price">Their price.</param>
/// <param name="Cost">What they cost.</param>
internal sealed record CostLine(string What, double Units, Price Price, double Cost);
