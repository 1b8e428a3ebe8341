using Ingest.Functions.Web;
using Ingest.Local.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Ingest.Local.Http;

/// <summary>The part of the Functions host's admin API that this host has: running a timer function at once.</summary>
internal sealed class AdminEndpoints(TimerTriggers timers, FunctionKey key, IHostApplicationLifetime lifetime)
{
    /// <summary>What its addresses begin with; the name of a function follows.</summary>
    public const string Path = "/admin/functions";

    /// <summary>Maps it, beside the functions: there is no route prefix.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost($"{Path}/{{name}}", RunAsync).WithDisplayName("admin");

    // As in the Functions host: 202 as soon as it is noted. What is posted is input for the function; timers take none.
    private Task RunAsync(HttpContext context)
    {
        var name = (string)context.GetRouteValue("name")!;
        return (key.IsCarriedBy(context.Request), lifetime.ApplicationStopping.IsCancellationRequested) switch
        {
            (false, _) => Problem.MissingKey(FunctionKey.Header, FunctionKey.Query)
                .ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
            (_, true) => Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: "The host is stopping.").ExecuteAsync(context),
            _ when timers.RunNow(name) => Results.Accepted().ExecuteAsync(context),
            _ => Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no timer function named {name}.").ExecuteAsync(context),
        };
    }
}
