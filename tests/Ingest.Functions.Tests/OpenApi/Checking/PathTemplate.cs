namespace Ingest.OpenApiChecks;

/// <summary>A path of the document, with parameters in braces.</summary>
internal sealed class PathTemplate(string template)
{
    // The one parameter that takes slashes as they are.
    private const string Rest = "{name}";

    private readonly string[] segments = template.Split('/');

    public string Text => template;

    /// <summary>How much of it stands fast: of several that match, the one with most is meant.</summary>
    public int Fixed => segments.Count(segment => !segment.StartsWith('{'));

    public bool Matches(string path)
    {
        var parts = path.Split('/');
        var rest = Array.IndexOf(segments, Rest);
        var surplus = parts.Length - segments.Length;
        if (surplus < 0 || (surplus > 0 && rest < 0))
        {
            return false;
        }

        var whole = surplus == 0
            ? parts
            : [.. parts[..rest], string.Join('/', parts[rest..(rest + surplus + 1)]), .. parts[(rest + surplus + 1)..]];
        return segments.Zip(whole).All(pair => pair.First.StartsWith('{')
            ? pair.Second.Length > 0
            : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
