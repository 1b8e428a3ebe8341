namespace Ingest.Dev.Verbs;

/// <summary>A verb's arguments, sorted: options with a value, flags, and the rest.</summary>
internal sealed record Arguments(
    IReadOnlyDictionary<string, string> Options,
    IReadOnlySet<string> Flags,
    IReadOnlyList<string> Rest)
{
    /// <summary>Stands for standard output where a file is asked for; no option.</summary>
    public const string StandardOutput = "-";

    /// <summary>Sorts arguments; the reason when one is unknown or lacks its value, null when all is well.</summary>
    public static string? Read(
        IReadOnlyList<string> args,
        IReadOnlyList<string> options,
        IReadOnlyList<string> flags,
        out Arguments arguments)
    {
        var values = new Dictionary<string, string>();
        var set = new HashSet<string>();
        var rest = new List<string>();
        arguments = new Arguments(values, set, rest);
        for (var i = 0; i < args.Count; i++)
        {
            if (flags.Contains(args[i]))
            {
                set.Add(args[i]);
            }
            else if (options.Contains(args[i]))
            {
                if (i + 1 == args.Count)
                {
                    return $"{args[i]} needs a value";
                }

                values[args[i]] = args[++i];
            }
            else if (args[i].StartsWith('-') && args[i] != StandardOutput)
            {
                return $"there is no option '{args[i]}'";
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        return null;
    }
}
