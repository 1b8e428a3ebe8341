using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Settings;

/// <summary>The app's settings, found where Core Tools finds them.</summary>
internal static class LocalSettings
{
    public const string Storage = "AzureWebJobsStorage";

    private const string Own = "local.settings.json";
    private const string Example = "local.settings.example.json";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>
    /// Adds <c>Values</c> of the settings file found upwards from <paramref name="root"/>, then the environment, then the
    /// command line's connection; later ones win.
    /// </summary>
    /// <returns>The settings file that was read; null when there is none.</returns>
    /// <exception cref="CannotHostException">The settings file cannot be read.</exception>
    public static string? AddLocalSettings(this IConfigurationBuilder configuration, string root, string? connection)
    {
        var file = RootFolder.FindUpwards(root, Own) ?? RootFolder.FindUpwards(root, Example);
        if (file is not null)
        {
            configuration.AddInMemoryCollection(ValuesOf(file));
        }

        configuration.AddEnvironmentVariables();
        if (connection is not null)
        {
            configuration.AddInMemoryCollection([new(Storage, connection)]);
        }

        return file;
    }

    /// <summary>Whether a file is the example that stands in for a missing settings file.</summary>
    public static bool IsExample(string file) => Path.GetFileName(file) == Example;

    /// <summary>The value an attribute gives, with every <c>%Setting%</c> in it replaced.</summary>
    /// <exception cref="CannotHostException">There is no such setting.</exception>
    public static string Resolve(this IConfiguration configuration, string value)
    {
        while (value.IndexOf('%', StringComparison.Ordinal) is >= 0 and var start
            && value.IndexOf('%', start + 1) is > 0 and var end)
        {
            var name = value[(start + 1)..end];
            var setting = configuration[name] ?? throw new CannotHostException($"There is no setting '{name}' for '{value}'.");
            value = string.Concat(value.AsSpan(0, start), setting, value.AsSpan(end + 1));
        }

        return value;
    }

    /// <summary>Whether <c>AzureWebJobs.NAME.Disabled</c> says so, in any of the spellings that environments allow.</summary>
    public static bool IsDisabled(this IConfiguration configuration, string function) =>
        new[] { $"AzureWebJobs.{function}.Disabled", $"AzureWebJobs:{function}:Disabled", $"AzureWebJobs_{function}_Disabled" }
            .Select(name => configuration[name])
            .FirstOrDefault(value => value is not null) is "1" or "true" or "True";

    private static Dictionary<string, string?> ValuesOf(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            return json.RootElement.TryGetProperty("Values", out var values)
                ? values.EnumerateObject().ToDictionary(
                    value => value.Name.Replace("__", ":", StringComparison.Ordinal),
                    value => (string?)value.Value.ToString())
                : [];
        }
        catch (Exception reason) when (reason is JsonException or IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new CannotHostException($"The settings file {file} cannot be read: {reason.Message}");
        }
    }
}
