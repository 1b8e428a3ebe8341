namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a worker's <c>Program.cs</c> begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the defaults of a worker.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
