using System.Reflection;
using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ingest.Functions.Tests.Web;

/// <summary>What a host finds of the app.</summary>
public sealed class FunctionListTests
{
    private static readonly List<MethodInfo> Functions = [.. typeof(IngestRegistration).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))];

    [Fact]
    public void Every_function_has_a_name_of_its_own_and_one_trigger()
    {
        Assert.NotEmpty(Functions);
        Assert.Equal(Functions.Count, Functions.Select(Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Functions, method => Assert.Single(
            method.GetParameters(), parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))));
    }

    [Fact]
    public void Routes_methods_and_keys_are_those_of_the_contract()
    {
        var routes = Functions
            .Select(method => method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .Where(trigger => trigger.Route!.StartsWith("api/", StringComparison.Ordinal))
            .Select(trigger => $"{string.Join(",", trigger.Methods ?? [])} {trigger.Route} {trigger.AuthLevel}")
            .Order(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>
            {
                "delete api/reviews/{*name} Function",
                "get,head api/films Anonymous",
                "get,head api/films/{id} Anonymous",
                "get,head api/films/{id}/reviews Anonymous",
                "get,head api/health Anonymous",
                "get,head api/reviews Anonymous",
                "get,head api/reviews/{*name} Anonymous",
                "put api/reviews/{*name} Function",
            },
            routes.ToHashSet());
    }

    [Fact]
    public void The_same_container_is_noticed_by_events_and_by_polling()
    {
        var triggers = Functions
            .Select(method => (Name: Name(method), Trigger: method.GetParameters()[0].GetCustomAttribute<BlobTriggerAttribute>()))
            .Where(function => function.Trigger is not null)
            .ToDictionary(function => function.Name, function => function.Trigger!);

        Assert.Equal(["IngestReview", "IngestReviewPolled"], triggers.Keys.Order(StringComparer.Ordinal));
        Assert.All(triggers.Values, trigger => Assert.Equal($"{new StorageNames().ReviewFiles}/{{name}}", trigger.BlobPath));
        Assert.Equal(BlobTriggerSource.EventGrid, triggers["IngestReview"].Source);
        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, triggers["IngestReviewPolled"].Source);
    }

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
