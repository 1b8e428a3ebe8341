namespace Ingest.Core.Films.People;

/// <summary>Names heard so far, to tell whether another name is one of them in another spelling or length.</summary>
internal sealed class KnownPeople
{
    // The same name comes again and again: most questions are answered by its own object.
    private readonly HashSet<PersonName> added = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> shorter = new(StringComparer.Ordinal);

    /// <summary>Number of names added, each object once.</summary>
    public int Count => added.Count;

    public void Add(PersonName name)
    {
        if (added.Add(name))
        {
            names.UnionWith(name.Forms);
            shorter.UnionWith(name.ShorterForms);
        }
    }

    /// <summary>Whether the name is one of these. Names that only have a part in common are not.</summary>
    public bool Contains(PersonName name) =>
        added.Contains(name) || name.Forms.Any(form => names.Contains(form) || shorter.Contains(form)) || name.ShorterForms.Any(names.Contains);
}
