using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Dev;

namespace Ingest.Local.Tests.Dev;

/// <summary>What a publish of the app is made of, as MSBuild sees it; nothing is published.</summary>
public sealed class PublishTests(ITestOutputHelper output)
{
    private static readonly Repository Repository = Repository.Find();

    [Theory]
    [InlineData(true, "linux-x64", "true", "false")]
    [InlineData(false, "", "", "true")]
    public async Task A_publish_is_compiled_ahead_of_time_for_Azure_and_has_no_symbols_but_a_build_is_for_any_machine(
        bool isPublishing, string runtime, string readyToRun, string symbols)
    {
        var (exitCode, text) = await MsBuildAsync(
            $"-p:_IsPublishing={(isPublishing ? "true" : "")}",
            "-getProperty:RuntimeIdentifier,PublishReadyToRun,CopyOutputSymbolsToPublishDirectory,SelfContained,SatelliteResourceLanguages",
            "-getItem:None");

        Assert.Equal(0, exitCode);
        var found = JsonDocument.Parse(text).RootElement;
        Assert.Equal(runtime, Property("RuntimeIdentifier"));
        Assert.Equal(readyToRun, Property("PublishReadyToRun"));
        Assert.Equal(symbols, Property("CopyOutputSymbolsToPublishDirectory"));
        Assert.NotEqual("true", Property("SelfContained"));
        Assert.Equal("en", Property("SatelliteResourceLanguages"));
        var published = found.GetProperty("Items").GetProperty("None").EnumerateArray()
            .Where(file => file.TryGetProperty("CopyToPublishDirectory", out var copied) && copied.GetString() is not ("" or "Never"))
            .Select(file => file.GetProperty("Filename").GetString() + file.GetProperty("Extension").GetString());
        Assert.Equal(["host.json"], published);

        string? Property(string name) => found.GetProperty("Properties").GetProperty(name).GetString();
    }

    [Fact]
    public async Task Stand_ins_are_refused_before_a_file_is_published()
    {
        var isStoodIn = typeof(TableClient).Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()!.Company == "Ingest";
        var folder = Path.Combine(Path.GetTempPath(), $"ingest-publish-{Guid.NewGuid():N}");

        var (exitCode, text) = await MsBuildAsync(
            "-t:PrepareForPublish",
            "-p:BuildProjectReferences=false",
            $"-p:Configuration={new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}",
            $"-p:PublishDir={folder}/");

        Assert.Equal(isStoodIn, exitCode != 0);
        Assert.Equal(isStoodIn, text.Contains("error INGEST001: This would publish stand-ins (Azure.Data.Tables, ", StringComparison.Ordinal));
        Assert.Equal(!isStoodIn, Directory.Exists(folder));
        if (!isStoodIn)
        {
            Directory.Delete(folder);
        }
    }

    private async Task<(int ExitCode, string Text)> MsBuildAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Repository.Project("functions/Ingest.Functions"), "-nologo", "-nodeReuse:false", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(text);
        return (process.ExitCode, text);
    }
}
