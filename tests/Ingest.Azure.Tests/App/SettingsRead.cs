using System.Text.RegularExpressions;

namespace Ingest.Azure.Tests.App;

/// <summary>The settings that sources of the app read, found in their text.</summary>
internal static partial class SettingsRead
{
    private static readonly string[] Projects = ["Ingest.Core", "Ingest.Pages", "Ingest.Functions"];

    private static readonly Lazy<IReadOnlySet<string>> OfTheApp = new(() =>
    {
        var sources = Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .ToDictionary(file => file, File.ReadAllText);
        return sources.Keys.SelectMany(file => In(file, sources)).ToHashSet();
    });

    /// <summary>All of the app, as names of environment variables; a section that is taken whole ends in <c>__</c>.</summary>
    public static IReadOnlySet<string> ByTheApp => OfTheApp.Value;

    /// <summary>Those of one source.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="sources">Texts by name; constants of other types are looked for in files named so.</param>
    /// <exception cref="InvalidOperationException">A name cannot be made out.</exception>
    public static IEnumerable<string> In(string file, IReadOnlyDictionary<string, string> sources)
    {
        var reads = Read().Matches(sources[file]);
        if (reads.Count != AnyRead().Count(sources[file]))
        {
            throw new InvalidOperationException($"{file} reads a setting in a way that is not known here.");
        }

        foreach (Match read in reads)
        {
            var keys = read.Groups["section"].Success ? Keys(sources[file], read).DefaultIfEmpty("").Select(key => ":" + key) : [""];
            foreach (var (name, key) in Resolve(read.Groups["name"].Value, file, sources).SelectMany(name => keys, (name, key) => (name, key)))
            {
                yield return (name + key).Replace(":", "__", StringComparison.Ordinal);
            }
        }
    }

    // What is read of a section: of the section at once, or of a variable that holds it.
    private static IEnumerable<string> Keys(string source, Match section)
    {
        var variable = VariableBefore().Match(source[..section.Index]);
        var text = source[(section.Index + section.Length)..];
        return KeyAtOnce().Match(text) is { Success: true } key ? [key.Groups["key"].Value]
            : variable.Success ? Regex.Matches(text, $@"\b{variable.Groups["variable"].Value}\[\$?""(?<key>[^""]+)""\]").Select(found => found.Groups["key"].Value)
            : [];
    }

    // One name, or all that are handed to the method whose parameter it is.
    private static IEnumerable<string> Resolve(string name, string file, IReadOnlyDictionary<string, string> sources) =>
        Regex.Match(sources[file], $@"\b(?<method>\w+)\(IConfiguration configuration, string {Regex.Escape(name)}\)") is { Success: true } method
            ? Regex.Matches(sources[file], $@"\b{method.Groups["method"].Value}\(configuration, (?<name>""[^""]+""|[A-Za-z_.]+)\)")
                .Select(call => Constant(call.Groups["name"].Value, file, sources))
            : [Constant(name, file, sources)];

    private static string Constant(string name, string file, IReadOnlyDictionary<string, string> sources)
    {
        if (name.StartsWith('"'))
        {
            return name.Trim('"');
        }

        var parts = name.Split('.');
        var constant = new Regex($@"const string {parts[^1]}\s*=\s*""(?<value>[^""]+)""");
        var value = sources
            .Where(source => parts.Length == 1 ? source.Key == file : Path.GetFileNameWithoutExtension(source.Key) == parts[^2])
            .Select(source => constant.Match(source.Value))
            .FirstOrDefault(found => found.Success);
        return value?.Groups["value"].Value
            ?? throw new InvalidOperationException($"{file} reads a setting by '{name}': name it by a constant, so that the deployment can be held to it.");
    }

    [GeneratedRegex("""
        (?:\b[cC]onfiguration\[|GetEnvironmentVariable\(|\b[cC]onfiguration\.GetValue<[^>]*>\(|GetConnectionString\(|(?<section>\b[cC]onfiguration\.Get(?:Required)?Section\())\s*(?<name>"[^"]+"|[A-Za-z_.]+)\s*[\])]
        """)]
    private static partial Regex Read();

    [GeneratedRegex("""\b[cC]onfiguration\s*\??\[|\bGet(?:Required)?Section\(|\b[cC]onfiguration\.GetValue\b|GetEnvironmentVariables?\(|GetConnectionString\(""")]
    private static partial Regex AnyRead();

    [GeneratedRegex("""^\["(?<key>[^"]+)"\]""")]
    private static partial Regex KeyAtOnce();

    [GeneratedRegex("""\b(?<variable>[a-z][A-Za-z]*) = $""")]
    private static partial Regex VariableBefore();
}
