namespace Ingest.Azure.Tests.Compiling;

/// <summary>The compiler of Bicep: the program that <c>INGEST_BICEP</c> names, or else the package of Bicep.proj.</summary>
internal sealed class BicepCompiler
{
    private const string Setting = "INGEST_BICEP";

    private readonly string program;

    private BicepCompiler(string program) => this.program = program;

    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static async Task<BicepCompiler> FindAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
        {
            return new(given);
        }

        var project = Path.Combine(Repository.Root, "tests", "Ingest.Azure.Tests", "Compiling");
        var (exitCode, output, errors) = await Command.RunAsync(
            "dotnet", ["msbuild", "Bicep.proj", "-restore", "-nologo", "-target:Locate", "-getProperty:BicepProgram"], project, null, cancellationToken);
        var program = output.Trim();
        return exitCode == 0 && File.Exists(program)
            ? new(program)
            : throw new InvalidOperationException(
                $"There is no compiler of Bicep. Where the feed has no package of it, install it and set {Setting} to the program "
                + $"(https://learn.microsoft.com/azure/azure-resource-manager/bicep/install).\n{output}{errors}");
    }

    /// <summary>Compiles a file.</summary>
    /// <returns>The template, and what the compiler and its linter complain of.</returns>
    public async Task<(string Template, string Complaints)> BuildAsync(string file, string folder, CancellationToken cancellationToken)
    {
        var (_, output, errors) = await Command.RunAsync(program, ["build", file, "--stdout"], folder, null, cancellationToken);
        return (output, errors);
    }

    /// <summary>Works out every resource that a file with parameters would deploy, modules and expressions included.</summary>
    /// <exception cref="InvalidOperationException">It cannot be worked out; the message says why.</exception>
    public async Task<string> PredictAsync(
        string parameters, string[] scope, string folder, Dictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var (exitCode, output, errors) = await Command.RunAsync(
            program, ["snapshot", parameters, "--mode", "overwrite", .. scope], folder, variables, cancellationToken);
        return exitCode == 0
            ? await File.ReadAllTextAsync(
                Path.Combine(folder, Path.ChangeExtension(parameters, ".snapshot.json")), cancellationToken)
            : throw new InvalidOperationException($"{parameters} cannot be worked out.\n{output}{errors}");
    }
}
