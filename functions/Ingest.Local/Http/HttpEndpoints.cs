using System.Diagnostics;
using Ingest.Functions.Web;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Http;

/// <summary>Serves HTTP functions as routes.</summary>
internal sealed class HttpEndpoints(HostJson host, FunctionKey key, ILogger<HttpEndpoints> log)
{
    /// <summary>Maps every function that is not disabled.</summary>
    public void Map(IEndpointRouteBuilder routes, IEnumerable<HttpFunction> functions)
    {
        foreach (var function in functions.Where(function => !function.Disabled))
        {
            var pattern = PathOf(host, function);
            var endpoint = function.Methods.IsEmpty
                ? routes.Map(pattern, context => AnswerAsync(function, context))
                : routes.MapMethods(pattern, function.Methods, context => AnswerAsync(function, context));
            endpoint.WithDisplayName(function.Name);
        }
    }

    /// <summary>A function's route, with the prefix.</summary>
    public static string PathOf(HostJson host, HttpFunction function) => $"/{host.RoutePrefix}/{function.Route}".Replace("//", "/", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpFunction function, HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        if (function.NeedsKey && !key.IsCarriedBy(context.Request))
        {
            await WriteAsync(Problem.MissingKey(FunctionKey.Header, FunctionKey.Query), context);
        }
        else
        {
            await RunAsync(function, context);
        }

        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var (request, status) = (context.Request, context.Response.StatusCode);
        var path = request.Path.Value ?? "";
        var level = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? LogLevel.Debug : LogLevel.Information;
        log.Answered(level, function.Name, request.Method, path, status, milliseconds);
    }

    private static Task WriteAsync(IActionResult result, HttpContext context) =>
        result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));

    private async Task RunAsync(HttpFunction function, HttpContext context)
    {
        try
        {
            switch (await function.Method.InvokeAsync(context.RequestServices, context))
            {
                case IActionResult result:
                    await WriteAsync(result, context);
                    break;
                case IResult result:
                    await result.ExecuteAsync(context);
                    break;
                default:
                    throw new InvalidOperationException($"{function.Name} gave no result.");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception reason) when (!context.Response.HasStarted)
        {
            var status = (reason as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            if (status >= StatusCodes.Status500InternalServerError)
            {
                log.RequestFailed(reason, function.Name);
            }

            context.Response.Clear();
            await Results.Problem(statusCode: status, detail: (reason as BadHttpRequestException)?.Message).ExecuteAsync(context);
        }
    }
}
