using Ingest.Dev.Films;
using Ingest.Dev.Running;

namespace Ingest.Dev.Verbs;

/// <summary>Writes all profiles of the running app into a file.</summary>
internal sealed class ExportVerb : Verb
{
    private static readonly string[] Devices = ["/dev/", "/proc/"];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override string Name => "export";

    public override string Summary => "writes all film profiles of the running app, one a line";

    public override string Usage => """
        Writes all film profiles of the running app as JSON lines, in an order of their ids that never changes.

        usage: dotnet dev.cs export [OUT.jsonl] [--url URL] [--key KEY] [--ld]

          OUT.jsonl  the file to write; it is replaced once all is there   (standard output, as with '-')
          --url URL  where the app answers                                     (http://localhost:7071)
          --key KEY  its function key            (the one that 'up' keeps in .azurite/function-key)
          --ld       each film as a Movie of schema.org (JSON-LD)

        Where the connection breaks off it goes on after the last film. Progress goes to standard error.
        """;

    public override async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (Arguments.Read(args, ["--url", "--key"], ["--ld"], out var arguments) is { } wrong)
        {
            throw WrongUsage(wrong);
        }

        if (arguments.Rest.Count > 1)
        {
            throw WrongUsage("it writes one file");
        }

        if (!Uri.TryCreate(arguments.Options.GetValueOrDefault("--url", "http://localhost:7071"), UriKind.Absolute, out var url)
            || !url.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            throw WrongUsage("--url is no address");
        }

        var key = arguments.Options.GetValueOrDefault("--key") ?? Repository.Find().FunctionKey;
        var progress = new Progress(Console.Error);
        using var export = new FilmExport(url, key, arguments.Flags.Contains("--ld"), progress);
        if (arguments.Rest is [] or [Arguments.StandardOutput])
        {
            await using var standard = Console.OpenStandardOutput();
            await export.WriteAsync(standard, Pause, cancellation);
        }
        else
        {
            await WriteToAsync(export, arguments.Rest[0], cancellation);
        }

        progress.Report($"{export.Films} films, done");
        return ExitCode.Done;
    }

    // A link stays, and what it leads to is replaced. A device is nothing to be replaced.
    private static async Task WriteToAsync(FilmExport export, string given, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(given);
        if (Devices.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
        {
            await using var device = new FileStream(file, FileMode.Open, FileAccess.Write);
            await export.WriteAsync(device, Pause, cancellation);
            return;
        }

        var link = new FileInfo(file);
        var target = link.LinkTarget is null ? file : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        await WriteFileAsync(export, target, cancellation);
    }

    // Whoever reads the file sees all of the last export or all of this one.
    private static async Task WriteFileAsync(FilmExport export, string file, CancellationToken cancellation)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)) || Directory.Exists(file))
        {
            throw new DevException(ExitCode.WrongUsage, $"'{file}' cannot be a file: its folder is missing, or it is one itself.");
        }

        var unfinished = $"{file}.{Environment.ProcessId}.part";
        try
        {
            await using (var output = File.Create(unfinished))
            {
                await export.WriteAsync(output, Pause, cancellation);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new DevException(ExitCode.Failed, $"'{file}' cannot be written: {reason.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
