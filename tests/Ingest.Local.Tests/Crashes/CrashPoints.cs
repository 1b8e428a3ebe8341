using System.Reflection;
using Ingest.Functions;

namespace Ingest.Local.Tests.Crashes;

/// <summary>The places of ingestion at which the app can be made to die, as the app itself lists them.</summary>
internal static class CrashPoints
{
    /// <summary>The setting that chooses one: <c>NAME</c>, or <c>NAME#2</c> for the second time that it is passed.</summary>
    public const string Setting = "INGEST_CRASH_AT";

    private static readonly Type Place =
        typeof(IngestRegistration).Assembly.GetType("Ingest.Functions.Ingestion.CrashPoint", throwOnError: true)!;

    /// <summary>All names, in the order in which an ingestion passes them.</summary>
    public static IReadOnlyList<string> All { get; } =
        (IReadOnlyList<string>)Place.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>What ingestion calls at each of them.</summary>
    public static MethodInfo Pass { get; } = Place.GetMethod("Pass", [typeof(string)])!;

    /// <summary>Whether the app beside the tests is a Debug build; a Release build does not call <see cref="Pass"/>.</summary>
    public static bool AreCompiledIn { get; } =
        Place.Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Debug";
}
