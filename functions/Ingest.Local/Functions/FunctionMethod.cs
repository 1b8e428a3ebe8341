using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Functions;

/// <summary>A function's method, and where each of its arguments comes from when a trigger event calls it.</summary>
internal sealed class FunctionMethod<TEvent>(MethodInfo method, ImmutableArray<Argument<TEvent>> arguments)
{
    /// <summary>Runs the method on a new instance of its class, made from these services.</summary>
    /// <returns>What the method gave, awaited; null where it gives nothing.</returns>
    public async Task<object?> InvokeAsync(IServiceProvider services, TEvent trigger)
    {
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await arguments[i](trigger);
        }

        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        try
        {
            var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null);
            if (returned is not Task task)
            {
                return returned;
            }

            await task;
            return method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronously)
            {
                await asynchronously.DisposeAsync();
            }
            else
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }
}
