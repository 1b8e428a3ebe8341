using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Functions;

/// <summary>A function's method, and where each of its arguments comes from when a trigger event calls it.</summary>
internal sealed class FunctionMethod<TEvent>(MethodInfo method, ImmutableArray<Argument<TEvent>> arguments)
{
    private readonly ObjectFactory? factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
    private readonly MethodInvoker invoker = MethodInvoker.Create(method);
    private readonly Func<Task, object?> resultOf = ResultOf(method.ReturnType);

    /// <summary>Runs the method on a new instance of its class, made from these services.</summary>
    /// <returns>What the method gave, awaited; null where it gives nothing.</returns>
    public async Task<object?> InvokeAsync(IServiceProvider services, TEvent trigger)
    {
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await arguments[i](trigger);
        }

        var instance = factory?.Invoke(services, null);
        try
        {
            var returned = invoker.Invoke(instance, values.AsSpan());
            if (returned is not Task task)
            {
                return returned;
            }

            await task;
            return resultOf(task);
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

    private static Func<Task, object?> ResultOf(Type returned) =>
        returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>)
            ? typeof(FunctionMethod<TEvent>)
                .GetMethod(nameof(Result), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(returned.GetGenericArguments())
                .CreateDelegate<Func<Task, object?>>()
            : _ => null;

    private static object? Result<T>(Task done) => ((Task<T>)done).Result;
}
