using Ingest.Azure.Tests.Compiling;

namespace Ingest.Azure.Tests;

/// <summary>infra/README.md tells of what is deployed.</summary>
public sealed class DocumentTests(CompiledDeployment compiled)
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers")]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables")]
    public void It_names_every_container_and_table(string type) =>
        Assert.All(compiled.Deployment.NamesOf(type), name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("Microsoft.Insights/scheduledQueryRules")]
    [InlineData("Microsoft.Insights/metricAlerts")]
    public void It_has_a_row_for_every_alert(string type) => Assert.All(
        compiled.Deployment.NamesOf(type),
        name => Assert.Contains($"\n| `{name["alert-".Length..name.LastIndexOf('-')]}` |", Text, StringComparison.Ordinal));

    [Fact]
    public void It_tells_of_every_setting_but_the_limits() => Assert.All(
        compiled.Deployment.AppSettings().Keys.Where(name => !name.StartsWith("Ingest__", StringComparison.Ordinal)),
        name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));

    [Fact]
    public void It_says_what_each_file_is_for() => Assert.All(
        Directory.EnumerateFiles(Repository.Bicep).Select(Path.GetFileName).Where(file => file is not ("bicepconfig.json" or "postdeploy.ps1")),
        file => Assert.Contains($"    {file}", Text, StringComparison.Ordinal));
}
