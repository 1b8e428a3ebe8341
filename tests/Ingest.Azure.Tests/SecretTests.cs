using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;

namespace Ingest.Azure.Tests;

/// <summary>No key stands where it can be read: not in outputs, settings or parameters, and none is asked for but one.</summary>
public sealed partial class SecretTests(CompiledDeployment compiled)
{
    private readonly Deployment deployment = compiled.Deployment;

    [Fact]
    public void No_output_holds_a_secret() => Assert.Empty(Leaks(deployment));

    [Theory]
    [InlineData("key", "[listKeys('x', '2025-01-01').keys[0].value]")]
    [InlineData("innocent", "[listAccountSas('x', '2025-01-01', createObject()).accountSasToken]")]
    [InlineData("innocent", "[reference('insights').ConnectionString]")]
    [InlineData("innocent", "[reference('insights').InstrumentationKey]")]
    [InlineData("adminPassword", "x")]
    public void An_output_with_a_secret_is_found(string name, string value) => Assert.NotEmpty(Leaks(deployment.Changed(changed =>
        changed.Templates.Last()["outputs"] = new JsonObject { [name] = new JsonObject { ["type"] = "string", ["value"] = value } })));

    [Fact]
    public void No_parameter_takes_a_secret_in_clear() => Assert.Empty(
        from template in deployment.Templates
        from parameter in template["parameters"]?.AsObject() ?? []
        where SecretName().IsMatch(parameter.Key) && !((string)parameter.Value!["type"]!).StartsWith("secure", StringComparison.OrdinalIgnoreCase)
        select parameter.Key);

    [Fact]
    public void Settings_that_may_be_secret_are_taken_as_such()
    {
        var parameters = deployment.Templates.Select(template => template["parameters"]?["otherSettings"]).OfType<JsonNode>().ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.Equal("secureObject", (string?)parameter["type"]));
    }

    [Fact]
    public void No_setting_of_the_app_holds_a_key() =>
        Assert.DoesNotMatch(Asks(), (string)Assert.Single(deployment.OfType("Microsoft.Web/sites/config"))["properties"]!);

    [Fact]
    public void The_one_key_that_is_asked_for_is_that_of_the_blob_webhook()
    {
        var asked = Assert.Single(deployment.Templates.SelectMany(template => Asks().Matches(OwnText(template))));
        var address = (string)deployment.EventsTemplate["resources"]!["dropped"]!["properties"]!["destination"]!["properties"]!["endpointUrl"]!;

        Assert.Equal("listKeys(", asked.Value);
        Assert.Contains(".systemKeys.blobs_extension)", address, StringComparison.Ordinal);
    }

    [Fact]
    public void The_app_takes_no_password_and_no_plain_HTTP()
    {
        var site = Assert.Single(deployment.OfType("Microsoft.Web/sites"))["properties"]!;

        Assert.True((bool)site["httpsOnly"]!);
        Assert.Equal("1.2", (string)site["siteConfig"]!["minTlsVersion"]!);
        Assert.Equal("1.2", (string)site["siteConfig"]!["scmMinTlsVersion"]!);
        Assert.Equal("UserAssignedIdentity", (string)site["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!);
        Assert.Equal(
            ["ftp false", "scm false"],
            deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                .Select(door => $"{((string)door["name"]!).Split('/')[^1]} {door["properties"]!["allow"]!.ToJsonString()}").Order());
        Assert.True((bool)Assert.Single(deployment.OfType("Microsoft.Insights/components"))["properties"]!["DisableLocalAuth"]!);
    }

    private static IEnumerable<string> Leaks(Deployment deployment) =>
        from template in deployment.Templates
        from output in template["outputs"]?.AsObject() ?? []
        let value = output.Value!["value"]!.ToJsonString()
        where SecretName().IsMatch(output.Key) || Asks().IsMatch(value) || Secret().IsMatch(value)
        select output.Key;

    // Without the templates of its modules, which are asked themselves.
    private static string OwnText(JsonObject template)
    {
        var own = template.DeepClone().AsObject();
        foreach (var resource in (own["resources"] as JsonObject)?.Select(entry => entry.Value!) ?? own["resources"]!.AsArray().OfType<JsonNode>())
        {
            (resource["properties"] as JsonObject)?.Remove("template");
        }

        return own.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    [GeneratedRegex(@"\blist[A-Z][A-Za-z]*\(")]
    private static partial Regex Asks();

    [GeneratedRegex("connectionstring|instrumentationkey|primarykey|secondarykey", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex("key|secret|password|token$|connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
