using System.Text.Json.Nodes;
using Ingest.Azure.Tests.App;
using Ingest.Azure.Tests.Compiling;
using Ingest.Azure.Tests.Resources;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Azure.Tests;

/// <summary>Event Grid tells the functions that are there of the files that they are for, and keeps what it cannot tell.</summary>
public sealed class EventTests(CompiledDeployment compiled)
{
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions";
    private const string Created = "Microsoft.Storage.BlobCreated";
    private const string Deleted = "Microsoft.Storage.BlobDeleted";

    private readonly Deployment deployment = compiled.Deployment;

    [Fact]
    public void Of_files_that_come_the_blob_trigger_is_told()
    {
        var destination = Destination(Created);
        var address = ArmExpression.Parse((string)destination["properties"]!["endpointUrl"]!);
        var function = AppFunction.All[address.Arguments!.Single(part => part.IsText && AppFunction.All.ContainsKey(part.Name)).Name];

        Assert.Equal("WebHook", (string)destination["endpointType"]!);
        Assert.Equal("https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}", address.Arguments![0].Name);
        Assert.Equal(BlobTriggerSource.EventGrid, Assert.IsType<BlobTriggerAttribute>(function.Trigger).Source);
    }

    [Fact]
    public void Of_files_that_go_an_Event_Grid_trigger_is_told()
    {
        var destination = Destination(Deleted);
        var name = ((string)destination["properties"]!["resourceId"]!).Split('/')[^1];

        Assert.Equal("AzureFunction", (string)destination["endpointType"]!);
        Assert.True(AppFunction.All.TryGetValue(name, out var function), $"There is no function {name}.");
        Assert.True(function.IsTriggeredBy("EventGrid"), $"{name} is not triggered by Event Grid.");
    }

    [Fact]
    public void Every_kind_of_event_has_one_subscription() => Assert.Equal(
        [Created, Deleted],
        deployment.OfType(Subscription).SelectMany(TypesOf).Order());

    [Fact]
    public void The_filter_is_the_path_of_the_trigger() => Assert.Empty(Misdirected(deployment));

    [Theory]
    [InlineData("/blobServices/default/containers/reviews")]
    [InlineData("/blobServices/default/containers/articles/blobs/")]
    [InlineData("")]
    public void A_filter_that_lets_others_in_is_found(string filter) => Assert.NotEmpty(Misdirected(deployment.Changed(changed =>
        changed.OfType(Subscription).First()["properties"]!["filter"]!["subjectBeginsWith"] = filter)));

    [Fact]
    public void An_event_is_tried_for_a_day_and_then_kept() => Assert.All(deployment.OfType(Subscription), subscription =>
    {
        var properties = subscription["properties"]!;
        var kept = properties["deadLetterWithResourceIdentity"]!;
        Assert.Equal(1440, (int)properties["retryPolicy"]!["eventTimeToLiveInMinutes"]!);
        Assert.Equal(30, (int)properties["retryPolicy"]!["maxDeliveryAttempts"]!);
        Assert.Equal("SystemAssigned", (string)kept["identity"]!["type"]!);
        Assert.Contains(
            (string)kept["deadLetterDestination"]!["properties"]!["blobContainerName"]!,
            deployment.NamesOf("Microsoft.Storage/storageAccounts/blobServices/containers"));
    });

    [Fact]
    public void The_topic_is_that_of_the_account()
    {
        var topic = Assert.Single(deployment.OfType("Microsoft.EventGrid/systemTopics"));
        var account = Assert.Single(deployment.OfType("Microsoft.Storage/storageAccounts"));

        Assert.Equal((string)account["id"]!, (string)topic["properties"]!["source"]!);
        Assert.Equal("SystemAssigned", (string)topic["identity"]!["type"]!);
    }

    private static IEnumerable<string> Misdirected(Deployment deployment)
    {
        var container = ((BlobTriggerAttribute)AppFunction.All["IngestReview"].Trigger!).BlobPath.Split('/')[0];
        return deployment.OfType(Subscription)
            .Select(subscription => (string)subscription["properties"]!["filter"]!["subjectBeginsWith"]!)
            .Where(filter => filter != $"/blobServices/default/containers/{container}/blobs/");
    }

    private static IEnumerable<string> TypesOf(JsonObject subscription) =>
        subscription["properties"]!["filter"]!["includedEventTypes"]!.AsArray().Select(type => (string)type!);

    private JsonNode Destination(string type) =>
        Assert.Single(deployment.OfType(Subscription), subscription => TypesOf(subscription).Contains(type))["properties"]!["destination"]!;
}
