namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core integration of a worker.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Gives HTTP functions ASP.NET Core's request and result types.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
        builder;
}
