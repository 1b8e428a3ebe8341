using System.Runtime.InteropServices;
using Ingest.Dev.Verbs;
using Ingest.LocalStorage;

namespace Ingest.Dev;

/// <summary>The command line of dev.cs: finds the verb, runs it, and turns how it ends into an exit code.</summary>
public static class DevCommand
{
    private static readonly Verb[] Verbs =
        [new UpVerb(), new TestVerb(), new DropVerb(), new ExportVerb(), new ExtractVerb(), new BenchVerb(), new AuditVerb()];

    /// <summary>Runs a command line; the exit code is one of those that the help names.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is [] or ["help"] or ["--help"] or ["-h"])
        {
            Console.WriteLine(Usage);
            return ExitCode.Done;
        }

        var helpWanted = args is ["help", _] or [_, "help"] || args.Skip(1).Any(argument => argument is "--help" or "-h");
        var name = args is ["help", var asked] ? asked : args[0];
        if (Verbs.FirstOrDefault(verb => verb.Name == name) is not { } verb)
        {
            Console.Error.WriteLine($"dev.cs: there is no verb '{name}'; it has {string.Join(", ", Verbs.Select(v => v.Name))}.");
            return ExitCode.WrongUsage;
        }

        if (helpWanted)
        {
            Console.WriteLine(verb.Usage);
            return ExitCode.Done;
        }

        return await RunAsync(verb, [.. args.Skip(1)]);
    }

    private static string Usage => $"""
        What a developer does with this repository.

        usage: dotnet dev.cs VERB [arguments]

        {string.Join('\n', Verbs.Select(verb => $"  {verb.Name,-9}{verb.Summary}"))}
          help VERB  explains a verb   (also: dotnet dev.cs -- VERB --help; without the "--" dotnet explains itself)

        It needs the .NET SDK that global.json names and Node.js 20 or later.
        Exit codes: {ExitCode.Meanings}
        """;

    private static async Task<int> RunAsync(Verb verb, IReadOnlyList<string> args)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            return await verb.RunAsync(args, cancellation.Token);
        }
        catch (DevException reason)
        {
            Console.Error.WriteLine($"dev.cs {verb.Name}: {reason.Message}");
            return reason.ExitCode;
        }
        catch (AzuriteException reason)
        {
            Console.Error.WriteLine($"dev.cs {verb.Name}: {reason.Message}");
            return ExitCode.NoAzurite;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        void Cancel(PosixSignalContext signal)
        {
            // The first one lets the verb stop what it started. A second one ends this process; what it started ends with it.
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }
}
