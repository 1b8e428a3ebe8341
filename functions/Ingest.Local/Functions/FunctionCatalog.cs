using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using Azure.Storage.Blobs;
using Ingest.Local.Blobs;
using Ingest.Local.Events;
using Ingest.Local.Http;
using Ingest.Local.Settings;
using Ingest.Local.Timers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Functions;

/// <summary>Finds the functions of an assembly by the attributes of the worker's public API.</summary>
internal static class FunctionCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every function, ordered by name.</summary>
    /// <exception cref="CannotHostException">One of them uses what this host lacks; nothing is left out silently.</exception>
    public static ImmutableArray<LocalFunction> Read(Assembly assembly, IConfiguration settings)
    {
        var functions = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null)
            .Select(found => Read(found.Function!.Name, found.Method, settings))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToImmutableArray();

        return functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new CannotHostException($"Two functions are named {twice.Key}.")
            : functions;
    }

    private static LocalFunction Read(string name, MethodInfo method, IConfiguration settings)
    {
        // A class may be internal; a method that is not public is not found by the worker either.
        if (!method.IsPublic)
        {
            throw new CannotHostException($"{name}: its method {method.Name} is not public.");
        }

        var parameters = method.GetParameters();
        var triggers = parameters.SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>()).ToList();
        var disabled = settings.IsDisabled(name);
        return triggers switch
        {
            [HttpTriggerAttribute http] => new HttpFunction(
                name,
                disabled,
                RouteOf(name, settings.Resolve(http.Route ?? "")),
                [.. (http.Methods ?? []).Select(verb => verb.ToUpperInvariant())],
                http.AuthLevel != AuthorizationLevel.Anonymous,
                new(Returning(name, method, typeof(IActionResult), typeof(IResult)), [.. parameters.Select(parameter => OfRequest(name, parameter))])),
            [BlobTriggerAttribute blob] when BlobPattern.Parse(settings.Resolve(blob.BlobPath)) is var pattern => new BlobFunction(
                name,
                disabled,
                pattern,
                string.IsNullOrEmpty(blob.Connection) ? LocalSettings.Storage : blob.Connection,
                new(Returning(name, method), [.. parameters.Select(parameter => OfBlob(name, parameter, pattern))])),
            [TimerTriggerAttribute timer] => new TimerFunction(
                name,
                disabled,
                TimerSchedule.Parse(settings.Resolve(timer.Schedule)),
                timer.RunOnStartup,
                new(Returning(name, method), [.. parameters.Select(parameter => OfTimer(name, parameter))])),
            [EventGridTriggerAttribute] => new EventFunction(
                name,
                disabled,
                new(Returning(name, method), [.. parameters.Select(parameter => OfEvent(name, parameter))])),
            [var other] => throw new CannotHostException(
                $"{name} is triggered by {other.GetType().Name}; this host has HTTP, blob, timer and Event Grid triggers."),
            _ => throw new CannotHostException($"{name} has {triggers.Count} triggers instead of one."),
        };
    }

    // As the Functions host reads it: without a route the function's name is the route, and "/" is the root.
    private static string RouteOf(string name, string route) => route.Length == 0 ? name : route.Trim('/');

    private static MethodInfo Returning(string name, MethodInfo method, params Type[] results)
    {
        var result = method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? method.ReturnType.GetGenericArguments()[0]
            : method.ReturnType;
        var fits = results.Length == 0
            ? result == typeof(void) || result == typeof(Task)
            : results.Any(wanted => wanted.IsAssignableFrom(result));
        return fits
            ? method
            : throw new CannotHostException($"{name} returns {method.ReturnType}, which this host has no use for.");
    }

    private static Argument<HttpContext> OfRequest(string function, ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => context => new(context.Request),
        var type when type == typeof(HttpContext) => context => new(context),
        var type when type == typeof(CancellationToken) => context => new(context.RequestAborted),
        var type when TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)) =>
            context => new(RouteValue.Read(context.Request, parameter.Name!, type)),
        _ => throw Unbindable(function, parameter),
    };

    private static Argument<BlobEvent> OfBlob(string function, ParameterInfo parameter, BlobPattern pattern)
    {
        var isTrigger = parameter.IsDefined(typeof(BlobTriggerAttribute));
        return parameter.ParameterType switch
        {
            var type when type == typeof(CancellationToken) => blob => new(blob.Cancellation),
            var type when isTrigger && type == typeof(BlobClient) => blob => new(blob.Blob),
            var type when isTrigger && type == typeof(Stream) =>
                async blob => await blob.Blob.OpenReadAsync(cancellationToken: blob.Cancellation),
            var type when isTrigger && type == typeof(string) =>
                async blob => (await blob.Blob.DownloadContentAsync(blob.Cancellation)).Value.Content.ToString(),
            var type when !isTrigger && type == typeof(string) && pattern.Parameters.Contains(parameter.Name!) =>
                blob => new(blob.Values[parameter.Name!]),
            _ => throw Unbindable(function, parameter),
        };
    }

    private static Argument<TimerEvent> OfTimer(string function, ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(TimerInfo) => timer => new(timer.Info),
        var type when type == typeof(CancellationToken) => timer => new(timer.Cancellation),
        _ => throw Unbindable(function, parameter),
    };

    private static Argument<EventDelivery> OfEvent(string function, ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) && parameter.IsDefined(typeof(EventGridTriggerAttribute)) => delivery => new(delivery.Json),
        var type when type == typeof(CancellationToken) => delivery => new(delivery.Cancellation),
        _ => throw Unbindable(function, parameter),
    };

    private static CannotHostException Unbindable(string function, ParameterInfo parameter) =>
        new($"{function}: this host cannot bind its parameter {parameter.ParameterType.Name} {parameter.Name}.");
}
