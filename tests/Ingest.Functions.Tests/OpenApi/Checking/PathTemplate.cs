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
        return (parts.Length == segments.Length || (segments[^1] == Rest && parts.Length > segments.Length))
            && segments.Zip(parts).All(pair => pair.First.StartsWith('{')
                ? pair.Second.Length > 0
                : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
