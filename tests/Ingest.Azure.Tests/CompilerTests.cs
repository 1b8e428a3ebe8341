using System.Text.Json.Nodes;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;

namespace Ingest.Azure.Tests;

/// <summary>What the compiler has to say.</summary>
public sealed class CompilerTests(CompiledDeployment compiled)
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("events.bicep")]
    public void Neither_compiler_nor_linter_complains(string file) => Assert.Equal("", compiled.Complaints[file].Trim());

    [Fact]
    public void Every_file_is_part_of_what_is_compiled()
    {
        var used = compiled.Deployment.Templates.Count();
        var modules = Directory.GetFiles(Path.Combine(Repository.Bicep, "modules"), "*.bicep").Length;

        // main, ingest and events besides the modules.
        Assert.Equal(modules + 3, used);
    }

    [Fact]
    public void A_function_app_of_this_runtime_runs_on_Flex_Consumption()
    {
        var plan = Assert.Single(compiled.Deployment.OfType("Microsoft.Web/serverfarms"));
        var config = Assert.Single(compiled.Deployment.OfType("Microsoft.Web/sites"))["properties"]!["functionAppConfig"]!;

        Assert.Equal("FC1", (string)plan["sku"]!["name"]!);
        Assert.Equal("dotnet-isolated", (string)config["runtime"]!["name"]!);
        Assert.Equal(Environment.Version.ToString(2), (string)config["runtime"]!["version"]!);
        Assert.Empty(config["scaleAndConcurrency"]!["alwaysReady"]!.AsArray());
    }

    // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
    [Theory]
    [InlineData("alwaysOn")]
    [InlineData("containerSize")]
    [InlineData("ftpsState")]
    [InlineData("functionAppScaleLimit")]
    [InlineData("linuxFxVersion")]
    [InlineData("netFrameworkVersion")]
    [InlineData("preWarmedInstanceCount")]
    [InlineData("use32BitWorkerProcess")]
    [InlineData("windowsFxVersion")]
    public void The_app_has_no_property_that_Flex_Consumption_refuses(string property)
    {
        var site = Assert.Single(compiled.Deployment.OfType("Microsoft.Web/sites"))["properties"]!;

        Assert.Null(site[property]);
        Assert.Null(site["siteConfig"]![property]);
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices")]
    [InlineData("Microsoft.Storage/storageAccounts/queueServices")]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices")]
    [InlineData("Microsoft.Web/sites")]
    [InlineData("Microsoft.EventGrid/systemTopics")]
    public void Its_metrics_go_to_the_workspace(string type)
    {
        var resource = (string)Assert.Single(compiled.Deployment.OfType(type))["id"]!;
        var workspace = (string)Assert.Single(compiled.Deployment.OfType("Microsoft.OperationalInsights/workspaces"))["id"]!;

        Assert.Single(compiled.Deployment.OfType("Microsoft.Insights/diagnosticSettings"), setting =>
            ((string)setting["id"]!).StartsWith(resource + "/providers/Microsoft.Insights/", StringComparison.Ordinal)
            && (string)setting["properties"]!["workspaceId"]! == workspace
            && (bool)setting["properties"]!["metrics"]![0]!["enabled"]!);
    }

    [Theory]
    [InlineData("[union(createObject('a', 'it''s', 'b', reference('x', '1').y), parameters('z'))]")]
    [InlineData("[f()]")]
    [InlineData("[format('{0}, ({1})]', g(1, 2).h, 'i')]")]
    public void An_expression_is_read_to_its_end(string text) => Assert.NotEmpty(ArmExpression.Parse(text).Name);

    [Fact]
    public void A_text_in_an_expression_is_read_without_its_quotes() =>
        Assert.Equal(["it's", "(a, b)]"], ArmExpression.Parse("[f('it''s', g('(a, b)]').h)]").All().Where(part => part.IsText).Select(part => part.Name));

    [Fact]
    public void Every_resource_of_the_region_and_of_the_environment_says_so()
    {
        var untagged = compiled.Deployment.Resources
            .Where(resource => resource["location"] is not null && (string?)(resource["tags"] as JsonObject)?["azd-env-name"] != "test");

        Assert.Empty(untagged.Select(resource => (string)resource["type"]!));
    }
}
