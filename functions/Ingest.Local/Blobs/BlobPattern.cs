using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Local.Blobs;

/// <summary>
/// The blobs a function is called for: <c>container/{name}</c>, with any text around and between parameters, as in
/// <c>reviews/{site}/{name}.html</c>. A parameter takes any text, slashes included.
/// </summary>
internal sealed class BlobPattern
{
    // Made for the first name: the first of its kind takes a start 50 ms.
    private readonly Lazy<Regex> _names;

    private BlobPattern(string path, string container, string prefix, ImmutableArray<string> parameters, string names)
    {
        Path = path;
        Container = container;
        Prefix = prefix;
        Parameters = parameters;
        _names = new(() => new Regex(names, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline));
    }

    /// <summary>The pattern as written.</summary>
    public string Path { get; }

    public string Container { get; }

    /// <summary>What every name begins with; empty for nothing.</summary>
    public string Prefix { get; }

    public ImmutableArray<string> Parameters { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="CannotHostException">It names no container, or its braces do not pair up.</exception>
    public static BlobPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        var rest = slash < 0 ? "{name}" : path[(slash + 1)..];
        if (container.Length == 0 || container.Contains('{', StringComparison.Ordinal) || rest.Length == 0)
        {
            throw new CannotHostException($"The blob path '{path}' is not of the form container/{{name}}.");
        }

        var names = new StringBuilder("^");
        var parameters = ImmutableArray.CreateBuilder<string>();
        var prefix = rest;
        for (var at = 0; at < rest.Length;)
        {
            var open = rest.IndexOf('{', at);
            var literal = open < 0 ? rest[at..] : rest[at..open];
            names.Append(Regex.Escape(literal));
            if (open < 0)
            {
                break;
            }

            prefix = parameters.Count == 0 ? literal : prefix;
            var close = rest.IndexOf('}', open);
            var name = close < 0 ? "" : rest[(open + 1)..close];
            if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit) || parameters.Contains(name))
            {
                throw new CannotHostException($"The blob path '{path}' has a parameter without a name of its own.");
            }

            names.Append($"(?<{name}>.+)");
            parameters.Add(name);
            at = close + 1;
        }

        return new BlobPattern(
            path,
            container,
            prefix,
            parameters.ToImmutable(),
            names.Append('$').ToString());
    }

    /// <summary>Whether a blob is meant, and what the parameters stand for in its name.</summary>
    public bool Matches(string blobName, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        var match = _names.Value.Match(blobName);
        values = match.Success ? Parameters.ToDictionary(name => name, name => match.Groups[name].Value) : null;
        return match.Success;
    }
}
