using Ingest.Core.Tests.Fuzzing.Checks;
using Ingest.Core.Tests.Fuzzing.Inputs;

namespace Ingest.Core.Tests.Fuzzing.Running;

/// <summary>A fault, with the first input that showed it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Input">The input; null where no single one is to blame.</param>
internal sealed record FoundFault(Fault Fault, FuzzInput? Input)
{
    /// <summary>How many inputs showed it.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Where a smaller input that shows it was written to.</summary>
    public string? File { get; set; }

    public override string ToString() => $"{Fault.Property}: {Fault.Detail}"
        + (Input is null ? "" : $"\n  {Times} time(s), first by {Input}\n  again: dotnet dev.cs bench fuzz 1 {Input.Number}")
        + (File is null ? "" : $"\n  smaller: {File}");
}
