using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Ingest.Functions;

namespace Ingest.LoadBench;

/// <summary>What the figures were measured on, and when.</summary>
internal static class Machine
{
    public static string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {DateTime.UtcNow:yyyy-MM-dd}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {Configuration}.
        They share the machine: the load generator, the app, the bare server and Azurite.
        """);

    private static string Configuration => typeof(IngestRegistration).Assembly
        .GetCustomAttributes(typeof(DebuggableAttribute), false)
        .OfType<DebuggableAttribute>()
        .Any(attribute => attribute.IsJITOptimizerDisabled) ? "Debug" : "Release";
}
