using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests;

/// <summary>The app where nothing asks its storage.</summary>
internal sealed class AppWithoutStorage : IDisposable
{
    private readonly ServiceProvider services;

    public AppWithoutStorage(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        services = new ServiceCollection().AddLogging().AddIngest(configuration).BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A class of functions as a host makes it.</summary>
    public T Functions<T>() => ActivatorUtilities.CreateInstance<T>(services);

    public void Dispose() => services.Dispose();
}
