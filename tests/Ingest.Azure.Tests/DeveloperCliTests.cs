using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ingest.Azure.Tests.Compiling;

namespace Ingest.Azure.Tests;

/// <summary>What azd is told is there.</summary>
public sealed partial class DeveloperCliTests(CompiledDeployment compiled)
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "azure.yaml"));

    [Fact]
    public void Its_paths_are_there()
    {
        Assert.True(Directory.Exists(PathOf("project")));
        Assert.Equal(Repository.Bicep, PathOf("path"));
        Assert.True(File.Exists(Path.Combine(PathOf("path"), Values("module").Single() + ".bicep")));
        Assert.True(File.Exists(Path.Combine(PathOf("path"), Values("module").Single() + ".bicepparam")));
        Assert.All(Values("run"), script => Assert.True(File.Exists(Path.Combine(Repository.Root, script))));
        Assert.Equal(["posix", "windows"], Lines.Select(line => line.Trim().TrimEnd(':')).Where(line => line is "posix" or "windows"));
    }

    [Fact]
    public void Its_service_is_the_app_that_is_tagged_so()
    {
        var service = Lines[Array.IndexOf(Lines, "services:") + 1].Trim().TrimEnd(':');

        Assert.Equal(service, (string)Assert.Single(compiled.Deployment.OfType("Microsoft.Web/sites"))["tags"]!["azd-service-name"]!);
    }

    [Theory]
    [InlineData("postdeploy.sh")]
    [InlineData("postdeploy.ps1")]
    public void Its_hooks_give_the_events_what_they_ask_for(string script)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Bicep, script));
        var outputs = compiled.Deployment.MainTemplate["outputs"]!.AsObject().Select(output => output.Key);
        var parameters = compiled.Deployment.EventsTemplate["parameters"]!.AsObject().Select(parameter => parameter.Key);

        Assert.Empty(Variable().Matches(text).Select(variable => variable.Groups["name"].Value).Except(outputs).Except(["AZURE_SUBSCRIPTION_ID"]));
        Assert.Equal(parameters.Order(), Given().Matches(text).Select(given => given.Groups["name"].Value).Order());
        Assert.Contains("/events.bicep\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_takes_all_that_can_be_chosen()
    {
        var main = compiled.Deployment.MainTemplate;
        var given = main["resources"]!["ingest"]!["properties"]!["parameters"]!.AsObject().Select(parameter => parameter.Key);

        Assert.Equal(main["parameters"]!.AsObject().Select(parameter => parameter.Key).Order(), given.Order());
    }

    private static IEnumerable<string> Values(string key) =>
        Lines.Select(line => line.Trim()).Where(line => line.StartsWith(key + ": ", StringComparison.Ordinal)).Select(line => line[(key.Length + 2)..]);

    private static string PathOf(string key) => Path.Combine([Repository.Root, .. Values(key).Single().Split('/')]);

    [GeneratedRegex(@"\$(?:env:)?(?<name>(?:AZURE|INGEST)_[A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"""(?<name>[a-z][A-Za-z]+)=\$")]
    private static partial Regex Given();
}
