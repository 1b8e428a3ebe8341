using System.Diagnostics;
using System.Runtime.InteropServices;
using Ingest.Core;

namespace Ingest.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class RuntimeName
{
    /// <summary>The version of .NET, and how the extractor was built.</summary>
    public static string Text => $"{RuntimeInformation.FrameworkDescription}, {(IsOptimised ? "Release" : "Debug")}";

    private static bool IsOptimised => !typeof(ReviewReader).Assembly
        .GetCustomAttributes(typeof(DebuggableAttribute), false)
        .OfType<DebuggableAttribute>()
        .Any(attribute => attribute.IsJITOptimizerDisabled);
}
