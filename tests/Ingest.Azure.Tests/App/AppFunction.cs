using System.Reflection;
using Ingest.Functions;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Azure.Tests.App;

/// <summary>A function of the app.</summary>
internal sealed record AppFunction(string Name, object? Trigger)
{
    /// <summary>All of the app, by name.</summary>
    public static IReadOnlyDictionary<string, AppFunction> All { get; } = (
        from type in typeof(IngestRegistration).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .FirstOrDefault(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal))
        select new AppFunction(function.Name, trigger)).ToDictionary(function => function.Name);

    /// <summary>Whether it is triggered so: <c>Blob</c>, <c>EventGrid</c>, <c>Timer</c>.</summary>
    public bool IsTriggeredBy(string kind) => Trigger?.GetType().Name == kind + "TriggerAttribute";
}
