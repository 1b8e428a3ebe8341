using System.Collections.Immutable;
using System.Text;
using Ingest.Local.Events;
using Ingest.Local.Functions;
using Ingest.Local.Http;
using Ingest.Local.Settings;

namespace Ingest.Local;

/// <summary>What the developer is told when the host is up.</summary>
internal static class StartUpSummary
{
    /// <summary>A line for each function, the key, and the address last, so that whoever reads it knows that all is up.</summary>
    public static string Of(
        FunctionApp app,
        ImmutableArray<LocalFunction> functions,
        HostJson host,
        FunctionKey key,
        string? settingsFile,
        string url)
    {
        var address = url.Replace("//localhost:", "//127.0.0.1:", StringComparison.Ordinal).TrimEnd('/');
        var text = new StringBuilder();
        text.AppendLine(settingsFile switch
        {
            null => "There is no local.settings.json; settings come from the environment only.",
            _ when LocalSettings.IsExample(settingsFile) => $"There is no local.settings.json; settings come from {Path.GetFileName(settingsFile)}.",
            _ => $"Settings come from {settingsFile}.",
        });
        text.AppendLine().AppendLine($"Functions of {app.Assembly.GetName().Name}:").AppendLine();
        foreach (var function in functions)
        {
            text.AppendLine($"    {function.Name}: {DescriptionOf(function, host, address)}{(function.Disabled ? "  (disabled)" : "")}");
        }

        return text
            .AppendLine()
            .AppendLine($"Timers at once: POST {address}{AdminEndpoints.Path}/NAME with the key")
            .AppendLine($"Function key: {key.Value}   (header {FunctionKey.Header}, or ?{FunctionKey.Query}=)")
            .Append($"Listening on {address}")
            .ToString();
    }

    private static string DescriptionOf(LocalFunction function, HostJson host, string address) => function switch
    {
        HttpFunction http =>
            $"[{(http.Methods.IsEmpty ? "any" : string.Join(',', http.Methods))}] {address}{HttpEndpoints.PathOf(host, http)}{(http.NeedsKey ? "  (key)" : "")}",
        BlobFunction blob => $"blob trigger on {blob.Pattern.Path}",
        TimerFunction timer => $"timer trigger, {timer.Schedule.Text}{(timer.RunOnStartup ? ", and at start-up" : "")}",
        EventFunction => $"[POST] {address}{EventEndpoint.Path}?{EventEndpoint.NameParameter}={function.Name}  (key)",
        _ => "",
    };
}
