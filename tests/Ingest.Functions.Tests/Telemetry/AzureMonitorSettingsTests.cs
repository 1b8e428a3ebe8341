using Azure.Identity;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class AzureMonitorSettingsTests
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Identity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Key = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(null, false)]
    [InlineData("  ", false)]
    [InlineData("InstrumentationKey=" + Key, true)]
    [InlineData("InstrumentationKey=" + Key + ";IngestionEndpoint=https://films.example/;LiveEndpoint=https://live.example/;ApplicationId=1", true)]
    public void Nothing_is_exported_unless_the_settings_say_where_to(string? connection, bool isExported)
    {
        var services = new ServiceCollection().AddTelemetry(Settings((Connection, connection)));

        Assert.Equal(isExported, services.Any(service => service.ServiceType == typeof(MeterProvider)));
    }

    [Theory]
    [InlineData("films")]
    [InlineData("InstrumentationKey=")]
    [InlineData("IngestionEndpoint=https://films.example/")]
    [InlineData("InstrumentationKey=" + Key + ";IngestionEndpoint=films")]
    public void A_connection_that_cannot_be_understood_is_refused_without_being_repeated(string connection)
    {
        var reason = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddTelemetry(Settings((Connection, connection))));

        Assert.Contains(Connection, reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("authorization=aad;ClientId=" + Key)]
    [InlineData("ClientId=" + Key + ";Authorization=AAD")]
    public void A_managed_identity_may_send(string identity) =>
        Assert.IsType<ManagedIdentityCredential>(AzureMonitorExport.Credential(Settings((Identity, identity))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_identity_the_connection_is_enough(string? identity) =>
        Assert.Null(AzureMonitorExport.Credential(Settings((Identity, identity))));

    [Theory]
    [InlineData("AAD")]
    [InlineData("ClientId=" + Key)]
    [InlineData("Authorization=ApiKey;Key=" + Key)]
    public void Another_way_to_be_known_is_refused_without_being_repeated(string identity)
    {
        var reason = Assert.Throws<InvalidOperationException>(() => AzureMonitorExport.Credential(Settings((Identity, identity))));

        Assert.Contains(Identity, reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, reason.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
        .Build();
}
