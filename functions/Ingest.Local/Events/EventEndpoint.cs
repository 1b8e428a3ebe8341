using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Ingest.Functions.Web;
using Ingest.Local.Functions;
using Ingest.Local.Http;
using Ingest.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Events;

/// <summary>The address that Event Grid delivers to, as the Functions host has it, with the function key in place of the
/// extension's system key.</summary>
internal sealed class EventEndpoint(
    ImmutableArray<LocalFunction> functions,
    HostJson host,
    LocalOptions options,
    FunctionKey key,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    ILogger<EventEndpoint> log)
{
    /// <summary>Its address; the function's name follows as a parameter.</summary>
    public const string Path = "/runtime/webhooks/eventgrid";

    public const string NameParameter = "functionName";

    private const string KindHeader = "aeg-event-type";

    private readonly FrozenDictionary<string, EventFunction> _functions = functions
        .OfType<EventFunction>()
        .Where(function => !function.Disabled)
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Maps it, beside the functions: there is no route prefix.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, [HttpMethods.Post, HttpMethods.Options], TakeAsync).WithDisplayName("eventgrid");

    private async Task TakeAsync(HttpContext context)
    {
        if (!key.IsCarriedBy(context.Request))
        {
            await Problem.MissingKey(FunctionKey.Header, FunctionKey.Query)
                .ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
            return;
        }

        var name = context.Request.Query[NameParameter].FirstOrDefault() ?? "";
        var answer = _functions.TryGetValue(name, out var function)
            ? await AnswerAsync(function, context.Request)
            : Refuse(StatusCodes.Status404NotFound, $"There is no Event Grid function named {name}.");
        await answer.ExecuteAsync(context);
    }

    private async Task<IResult> AnswerAsync(EventFunction function, HttpRequest request)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            // How a subscription of CloudEvents asks whether it is welcome.
            request.HttpContext.Response.Headers["WebHook-Allowed-Origin"] = "eventgrid.azure.net";
            return Results.Ok();
        }

        try
        {
            return request.Headers[KindHeader].FirstOrDefault()?.ToUpperInvariant() switch
            {
                "SUBSCRIPTIONVALIDATION" => Results.Json(new
                {
                    validationResponse = EventPost.ValidationCode(await EventPost.ReadAsync(request)),
                }),
                "NOTIFICATION" => await DeliverAsync(function, EventPost.Events(await EventPost.ReadAsync(request))),
                "UNSUBSCRIBE" => Results.Accepted(),
                _ => Refuse(StatusCodes.Status400BadRequest, $"The header {KindHeader} is missing or unknown."),
            };
        }
        catch (JsonException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The body is no event, and no array of events.");
        }
    }

    // All at once, as the Functions host does; all are delivered again when one fails.
    private async Task<IResult> DeliverAsync(EventFunction function, IEnumerable<string> events)
    {
        var successes = await Task.WhenAll(events.Select(happening => RunAsync(function, happening)));
        return successes.All(success => success)
            ? Results.Accepted()
            : Refuse(StatusCodes.Status500InternalServerError, $"{function.Name} failed.");
    }

    private async Task<bool> RunAsync(EventFunction function, string happening)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource();
        limit.CancelAfter(host.FunctionTimeout ?? Timeout.InfiniteTimeSpan);
        await using var stop = lifetime.ApplicationStopping.Register(() => limit.CancelAfter(options.Grace));
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await function.Method.InvokeAsync(scope.ServiceProvider, new EventDelivery(happening, limit.Token));
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.EventHandled(function.Name, milliseconds);
            return true;
        }
        catch (Exception reason)
        {
            // Whatever a function throws, the event comes again.
            log.EventFailed(reason, function.Name);
            return false;
        }
    }

    private static IResult Refuse(int status, string detail) => Results.Problem(statusCode: status, detail: detail);
}
