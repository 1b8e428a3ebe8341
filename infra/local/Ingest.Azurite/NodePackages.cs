using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.LocalStorage;

/// <summary>The npm packages of a folder: present and exactly those of its lock file, or installed anew.</summary>
/// <param name="folder">Holds package.json and package-lock.json.</param>
/// <param name="name">What is said to be installed.</param>
public sealed class NodePackages(string folder, string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Holds the hash of the lock file that was installed; written last, so half an installation has none.</summary>
    private string Stamp => Path.Combine(folder, "node_modules", ".ingest-lock-sha256");

    /// <summary>Installs with <c>npm ci</c> unless that is done; one process at a time.</summary>
    /// <param name="progress">Told what is being done, when something is.</param>
    /// <param name="cancellation">Stops the installation.</param>
    /// <exception cref="NodePackagesException">npm is missing or failed.</exception>
    public async Task EnsureAsync(IProgress<string>? progress, CancellationToken cancellation)
    {
        var wanted = await HashAsync(Path.Combine(folder, "package-lock.json"), cancellation);
        if (await IsInstalledAsync(wanted, cancellation))
        {
            return;
        }

        using var turn = await TakeTurnAsync(cancellation);
        if (await IsInstalledAsync(wanted, cancellation))
        {
            return;
        }

        progress?.Report($"Installing {name} from npm (once, about a minute)");
        await RunNpmAsync(cancellation);
        await File.WriteAllTextAsync(Stamp, wanted, cancellation);
        progress?.Report($"{name} is installed");
    }

    private async Task<bool> IsInstalledAsync(string wanted, CancellationToken cancellation) =>
        File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancellation) == wanted;

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, cancellation));
    }

    /// <summary>A file in the temporary folder that one process at a time holds open; the system frees it if that one dies.</summary>
    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"ingest-npm-{hash}.lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception)
            {
                if (waited.Elapsed > Patience)
                {
                    throw new NodePackagesException($"Another process has been installing {name} for too long (it holds {path}).", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            }
        }
    }

    private async Task RunNpmAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            ArgumentList = { "ci" },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = StartNpm(start);
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = npm.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            await npm.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NodePackagesException($"'npm ci' in {folder} did not end within {Patience.TotalMinutes:0} minutes.");
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }

        if (npm.ExitCode != 0)
        {
            await output;
            var reason = (await errors).Split('\n').FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal));
            throw new NodePackagesException($"'npm ci' in {folder} failed with exit code {npm.ExitCode}. {reason}".TrimEnd());
        }
    }

    private static Process StartNpm(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new NodePackagesException(
                "npm was not found: install Node.js 20 or later, with npm, and see that both are on the PATH.", exception);
        }
    }
}
