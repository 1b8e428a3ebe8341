using System.Reflection;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Routing.Template;
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
                "get,head api/films.jsonl Function",
                "get,head api/films/{id} Anonymous",
                "get,head api/films/{id}/reviews Anonymous",
                "get,head api/health Anonymous",
                "get,head api/reviews Anonymous",
                "get,head api/reviews/{*name} Anonymous",
                "post api/reviews/{*name} Function",
                "put api/reviews/{*name} Function",
            },
            routes.ToHashSet());
    }

    [Fact]
    public void What_can_be_got_can_be_asked_for_by_HEAD()
    {
        var api = Http().Where(function => function.Trigger.Route!.StartsWith("api/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(api);
        Assert.All(api, function => Assert.Equal(
            function.Trigger.Methods!.Contains("get"), function.Trigger.Methods!.Contains("head")));
    }

    // The Functions host knows no better route: it takes the first by name.
    [Theory]
    [InlineData("get", "/api/films", "FindFilms")]
    [InlineData("get", "/api/films.jsonl", "ExportFilms")]
    [InlineData("get", "/api/films/x", "GetFilm")]
    [InlineData("get", "/api/films/x/reviews", "GetFilmReviews")]
    [InlineData("get", "/api/reviews", "FindReviews")]
    [InlineData("get", "/api/reviews/a/b.html", "GetReview")]
    [InlineData("put", "/api/reviews/a.html", "PutReview")]
    [InlineData("delete", "/api/reviews/a.html", "DeleteReview")]
    [InlineData("post", "/api/reviews/a/b.html/retry", "RetryReview")]
    [InlineData("get", "/api/reviews/a/retry", "GetReview")]
    [InlineData("get", "/api/health", "GetHealth")]
    [InlineData("options", "/api/films", "Preflight")]
    [InlineData("get", "/films/x", "FilmPage")]
    [InlineData("get", "/reviews/a/b.html", "ReviewPage")]
    [InlineData("get", "/assets/x.css", "Asset")]
    [InlineData("get", "/nothing/here", "UnknownAddress")]
    [InlineData("post", "/api/films", "UnknownAddress")]
    public void Of_all_functions_that_take_a_request_the_right_one_is_the_first_by_name(string method, string path, string name)
    {
        var first = Http()
            .Where(function => function.Trigger.Methods is null || function.Trigger.Methods.Contains(method))
            .Where(function => !function.Trigger.Route!.StartsWith("{ignored", StringComparison.Ordinal))
            .Where(function => new TemplateMatcher(TemplateParser.Parse(function.Trigger.Route!), []).TryMatch(path, []))
            .MinBy(function => function.Name, StringComparer.OrdinalIgnoreCase);

        Assert.Equal(name, first.Name);
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

    private static IEnumerable<(string Name, HttpTriggerAttribute Trigger)> Http() => Functions
        .Select(method => (Name(method), method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!))
        .Where(function => function.Item2 is not null);

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
