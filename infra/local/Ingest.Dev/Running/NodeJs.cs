using System.Globalization;

namespace Ingest.Dev.Running;

/// <summary>What Azurite and Readability run on.</summary>
internal static class NodeJs
{
    private const int Wanted = 20;

    /// <summary>Sees that Node.js is there and new enough.</summary>
    /// <exception cref="DevException">It is not.</exception>
    public static async Task RequireAsync(string folder, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var code = await Tool.RunAsync("node", ["--version"], folder, lines.Add, cancellation);
        var version = lines.FirstOrDefault()?.Trim().TrimStart('v') ?? "";
        if (code is null)
        {
            throw new DevException(ExitCode.Missing, $"Node.js is missing; install Node.js {Wanted} or later, with npm.");
        }

        if (!int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var major) || major < Wanted)
        {
            throw new DevException(ExitCode.Missing, $"Node.js {version} is too old; install Node.js {Wanted} or later, with npm.");
        }
    }
}
