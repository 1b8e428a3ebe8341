using Ingest.Chaos.Faults;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Tests.Chaos;

public sealed class FaultPlanTests
{
    private const int Many = 10_000;

    [Fact]
    public void A_tenth_of_the_requests_meets_with_a_fault_and_each_kind_comes()
    {
        var plan = new FaultPlan(1, 0.1);

        var kinds = Enumerable.Range(0, Many).Select(_ => plan.Next(Request("")).Kind).ToList();

        Assert.InRange(kinds.Count(kind => kind != FaultKind.None), Many / 12, Many / 8);
        Assert.Equal(Enum.GetValues<FaultKind>().Except([FaultKind.Swallowed]), kinds.Distinct().Order());
    }

    [Fact]
    public void The_same_seed_chooses_the_same_and_another_one_something_else()
    {
        Assert.Equal(Choices(1), Choices(1));
        Assert.NotEqual(Choices(1), Choices(2));
    }

    [Fact]
    public void Some_operations_meet_the_same_fault_however_often_they_are_repeated()
    {
        var plan = new FaultPlan(1, 0.1);
        var operations = Enumerable.Range(0, Many).Select(number => $"operation {number}").ToList();

        var first = operations.ConvertAll(operation => plan.Next(Request(operation)).Kind);
        var stubborn = operations.Where((operation, at) => first[at] != FaultKind.None
            && Enumerable.Range(0, 5).All(_ => plan.Next(Request(operation)).Kind == first[at]));

        Assert.InRange(stubborn.Count(), Many / 1000, Many / 100);
    }

    [Theory]
    [InlineData("PUT", "/account/articles/a/b.json", true, true)]
    [InlineData("PUT", "/account/articles/a/b.json", false, false)]
    [InlineData("GET", "/account/articles/a/b.json", true, false)]
    [InlineData("PUT", "/account/reviews/a.html", true, false)]
    public void Articles_are_swallowed_only_where_that_is_wanted(string method, string path, bool isWanted, bool areSwallowed)
    {
        var plan = new FaultPlan(1, 0.1, isWanted);
        var request = Request("", method);
        request.Path = path;

        Assert.Equal(areSwallowed, Enumerable.Range(0, 1000).Any(_ => plan.Next(request).Kind == FaultKind.Swallowed));
    }

    [Fact]
    public void Once_it_is_over_every_request_is_passed_on()
    {
        var plan = new FaultPlan(1, 0.9) { IsOver = true };

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(Fault.None, plan.Next(Request(""))));
    }

    private static List<Fault> Choices(int seed)
    {
        var plan = new FaultPlan(seed, 0.1);
        return [.. Enumerable.Range(0, 1000).Select(_ => plan.Next(Request("")))];
    }

    private static HttpRequest Request(string operation, string method = "GET")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Headers["x-ms-client-request-id"] = operation;
        return request;
    }
}
