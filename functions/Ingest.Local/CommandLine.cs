using System.Globalization;

namespace Ingest.Local;

/// <summary>What came of reading a command line: options, a wish for help, or a reason why it cannot be followed.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Runs the app's functions on this machine: HTTP, blob, timer and Event Grid triggers. For development; it
        does not scale out.

        usage: Ingest.Local [run] [options]

          --port N            where HTTP functions listen, on this machine only; 0 takes a free port     (7071)
          --connection VALUE  storage connection string, instead of the setting AzureWebJobsStorage
          --root DIR          where host.json and local.settings.json stand     (upwards from the current folder)
          --data DIR          where the function key is kept                    (.azurite beside host.json)
          --grace SECONDS     how long running functions may take to finish when the host stops          (20)
          --attached          also stop when standard input ends, for a parent process that starts this one
          --assembly PATH     host the functions of another assembly
          --help              this text

        Settings come from the environment and from "Values" of local.settings.json (or of local.settings.example.json
        where there is none); the environment wins. FunctionKey is the key that functions of level "function" ask for, in
        the header x-functions-key or as ?code=; without it one is generated. The key is printed, and kept
        in the file function-key of the data folder.

        POST /admin/functions/NAME, with the key in the header, runs a timer function at once, a disabled one too.

        When it is told to stop (Ctrl+C, SIGTERM), nothing new is begun and what runs may finish, for as long as --grace says;
        then it is told to end. Ctrl+C after that ends it at once.

        Exit codes: 0 stopped as asked, 1 failed, 2 wrong usage, 3 the port is taken, 4 settings or functions that cannot
        be hosted, 5 storage does not answer, 130 stopped at once by a second Ctrl+C.
        """;

    public LocalOptions? Options { get; private init; }

    public bool WantsHelp { get; private init; }

    public string? Error { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var options = new LocalOptions();
        for (var i = args is ["run", ..] ? 1 : 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name is "--help" or "-h" or "-?")
            {
                return new CommandLine { WantsHelp = true };
            }

            if (name is "--attached")
            {
                options = options with { Attached = true };
                continue;
            }

            if (name is not ("--port" or "--connection" or "--root" or "--data" or "--grace" or "--assembly"))
            {
                return Wrong($"'{name}' is no option of it");
            }

            if (i + 1 == args.Count)
            {
                return Wrong($"{name} needs a value");
            }

            var value = args[++i];
            switch (name)
            {
                case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                    options = options with { Port = port };
                    break;
                case "--grace" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds):
                    options = options with { Grace = TimeSpan.FromSeconds(seconds) };
                    break;
                case "--connection":
                    options = options with { Connection = value };
                    break;
                case "--root" when Directory.Exists(value):
                    options = options with { Root = Path.GetFullPath(value) };
                    break;
                case "--data":
                    options = options with { Data = Path.GetFullPath(value) };
                    break;
                case "--assembly" when File.Exists(value):
                    options = options with { Assembly = Path.GetFullPath(value) };
                    break;
                default:
                    return Wrong($"'{value}' is no value for {name}");
            }
        }

        return new CommandLine { Options = options };
    }

    private static CommandLine Wrong(string reason) => new() { Error = $"Ingest.Local: {reason}; see --help." };
}
