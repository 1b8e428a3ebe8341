using System.Text.Json.Nodes;
using Ingest.Azure.Tests.App;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;

namespace Ingest.Azure.Tests;

/// <summary>Storage has what the app uses, is closed to keys and strangers, and forgets nothing that is in use.</summary>
public sealed class StorageTests(CompiledDeployment compiled)
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Policy = "Microsoft.Storage/storageAccounts/managementPolicies";

    // Without it no instance can start.
    private const string Package = "app-package";

    private readonly Deployment deployment = compiled.Deployment;

    [Fact]
    public void Its_containers_are_those_of_the_app_besides_the_package_and_the_dead_letters() => Assert.Equal(
        AppStorage.Containers.Concat(["app-package", "dead-letters"]).Order(),
        deployment.NamesOf(Container).Order());

    [Fact]
    public void Its_tables_are_those_of_the_app() => Assert.Equal(
        AppStorage.Tables.Order(),
        deployment.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables").Order());

    [Fact]
    public void The_app_is_deployed_to_a_container_that_is_there()
    {
        var place = (string)Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["value"]!;

        Assert.Contains(ArmExpression.Parse(place).All().Last(part => part.IsText).Name, deployment.NamesOf(Container));
    }

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("minimumTlsVersion", "\"TLS1_2\"")]
    public void The_account_is_closed(string property, string value) =>
        Assert.Equal(value, Single(Account)["properties"]![property]?.ToJsonString());

    [Fact]
    public void No_container_is_public() =>
        Assert.All(deployment.OfType(Container), container => Assert.Equal("None", (string?)container["properties"]!["publicAccess"]));

    [Theory]
    [InlineData("deleteRetentionPolicy")]
    [InlineData("containerDeleteRetentionPolicy")]
    public void What_is_deleted_can_be_brought_back_for_a_week_at_least(string policy)
    {
        var retention = Single("Microsoft.Storage/storageAccounts/blobServices")["properties"]![policy]!;

        Assert.True((bool)retention["enabled"]!);
        Assert.True((int)retention["days"]! >= 7);
    }

    [Fact]
    public void No_rule_deletes_what_the_app_uses_by_its_age() => Assert.Empty(Dangerous(deployment));

    [Fact]
    public void A_rule_for_copies_of_articles_is_there() => Assert.Contains(Rules(deployment), rule =>
        rule.Prefixes.SequenceEqual(["articles/"]) && rule.Actions.ContainsKey("snapshot") && rule.Actions.ContainsKey("version"));

    [Theory]
    [InlineData("articles/")]
    [InlineData("articles/", "tierToArchive")]
    [InlineData("app-package/")]
    [InlineData("articles")]
    [InlineData("reviews/a")]
    [InlineData("r")]
    [InlineData("")]
    [InlineData(null)]
    public void A_rule_that_would_delete_by_age_is_found(string? prefix, string action = "delete") => Assert.NotEmpty(Dangerous(deployment.Changed(changed =>
        changed.OfType(Policy).Single()["properties"]!["policy"]!["rules"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "danger",
            ["definition"] = new JsonObject
            {
                ["filters"] = prefix is null ? [] : new JsonObject { ["prefixMatch"] = new JsonArray(prefix) },
                ["actions"] = new JsonObject { ["baseBlob"] = new JsonObject { [action] = new JsonObject() } },
            },
        }))));

    private static IEnumerable<string> Dangerous(Deployment deployment) =>
        from rule in Rules(deployment)
        where rule.Actions["baseBlob"] is { } current && (current["delete"] ?? current["tierToArchive"]) is not null
        from prefix in rule.Prefixes.DefaultIfEmpty("")
        from container in AppStorage.Containers.Append(Package)
        let place = container + "/"
        where place.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(place, StringComparison.Ordinal)
        select $"{rule.Name} deletes of {container}";

    private static IEnumerable<(string Name, IReadOnlyList<string> Prefixes, JsonObject Actions)> Rules(Deployment deployment) =>
        from rule in deployment.OfType(Policy).Single()["properties"]!["policy"]!["rules"]!.AsArray()
        let definition = rule["definition"]!
        let prefixes = definition["filters"]?["prefixMatch"]?.AsArray().Select(prefix => (string)prefix!) ?? []
        select ((string)rule["name"]!, (IReadOnlyList<string>)[.. prefixes], definition["actions"]!.AsObject());

    private JsonObject Single(string type) => Assert.Single(deployment.OfType(type));
}
