using System.Reflection;
using System.Runtime.Loader;
using Ingest.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local;

/// <summary>What is hosted: an assembly with functions, and how its services are registered.</summary>
internal sealed record FunctionApp(Assembly Assembly, Action<IServiceCollection, IConfiguration> Register)
{
    /// <summary>The app of this repository.</summary>
    public static FunctionApp Ingest { get; } = new(
        typeof(IngestRegistration).Assembly,
        (services, settings) => services.AddIngest(settings));

    /// <summary>
    /// Another assembly. Its services are registered by its one public static method that takes an
    /// <see cref="IServiceCollection"/> and an <see cref="IConfiguration"/>; without such a method it has none.
    /// </summary>
    /// <exception cref="CannotHostException">The file is no assembly, or it has several such methods.</exception>
    public static FunctionApp Load(string file)
    {
        try
        {
            var dependencies = new AssemblyDependencyResolver(file);
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                dependencies.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            var registrations = assembly.GetExportedTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(IsRegistration)
                .ToList();
            return registrations.Count > 1
                ? throw new CannotHostException($"{file} has {registrations.Count} methods that register services.")
                : new FunctionApp(
                    assembly,
                    (services, settings) => registrations.SingleOrDefault()?.Invoke(null, [services, settings]));
        }
        catch (Exception reason) when (reason is BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            throw new CannotHostException($"{file} cannot be hosted: {reason.Message}");
        }
    }

    private static bool IsRegistration(MethodInfo method) => method.GetParameters() is [var services, var settings]
        && services.ParameterType == typeof(IServiceCollection)
        && settings.ParameterType == typeof(IConfiguration);
}
