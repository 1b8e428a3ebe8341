using System.Text.Json.Nodes;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;

namespace Ingest.Azure.Tests;

/// <summary>Who may do what: this, and nothing else.</summary>
public sealed class RoleTests(CompiledDeployment compiled)
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private static readonly string[] Expected =
    [
        "app: Monitoring Metrics Publisher on components",
        "app: Storage Blob Data Owner on storageAccounts",
        "app: Storage Queue Data Contributor on storageAccounts",
        "app: Storage Table Data Contributor on storageAccounts",
        "person: Storage Blob Data Contributor on containers/reviews",
        "topic: Storage Blob Data Contributor on containers/dead-letters",
    ];

    private readonly Deployment deployment = compiled.Deployment;

    [Fact]
    public void Roles_are_these_and_no_others() => Assert.Equal(Expected, Assignments(deployment));

    [Fact]
    public void A_role_over_more_is_found() => Assert.NotEqual(Expected, Assignments(deployment.Changed(changed =>
    {
        var assignment = changed.OfType(Assignment).Last();
        assignment["id"] = ((string)assignment["id"]!).Replace("/blobServices/default/containers/dead-letters", "", StringComparison.Ordinal);
    })));

    [Fact]
    public void A_role_that_is_not_known_is_found() => Assert.NotEqual(Expected, Assignments(deployment.Changed(changed =>
        changed.OfType(Assignment).First()["properties"]!["roleDefinitionId"] = "/providers/x/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635")));

    [Fact]
    public void Whoever_deploys_gets_no_role_unless_named()
    {
        var template = compiled.Deployment.Templates.Single(template => template["resources"] is JsonObject resources && resources.ContainsKey("userOnDrop"));

        Assert.Equal("[not(empty(parameters('userPrincipalId')))]", (string?)template["resources"]!["userOnDrop"]!["condition"]);
    }

    private static IEnumerable<string> Assignments(Deployment deployment) => deployment.OfType(Assignment).Select(assignment =>
    {
        var properties = assignment["properties"]!;
        var scope = ((string)assignment["id"]!).Split("/providers/Microsoft.Authorization")[0].Split('/');
        return $"{Whose((string)properties["principalId"]!)}: {RoleOf((string)properties["roleDefinitionId"]!)} on {(scope[^2] == "containers" ? $"containers/{scope[^1]}" : scope[^2])}";
    }).Order(StringComparer.Ordinal);

    private static string RoleOf(string definition) =>
        Roles.GetValueOrDefault(definition.Split('/')[^1], definition);

    private static string Whose(string principal) =>
        principal == CompiledDeployment.Person ? "person"
        : principal.Contains("userAssignedIdentities/id-ingest-", StringComparison.Ordinal) ? "app"
        : principal.Contains("systemTopics/evgt-ingest-", StringComparison.Ordinal) ? "topic"
        : principal;
}
