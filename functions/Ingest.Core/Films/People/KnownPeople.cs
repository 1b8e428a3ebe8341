namespace Ingest.Core.Films.People;

/// <summary>Names heard so far, to tell whether another name is one of them in another spelling or length.</summary>
internal sealed class KnownPeople
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> shorter = new(StringComparer.Ordinal);

    /// <summary>Number of names added, repetitions counted.</summary>
    public int Count { get; private set; }

    public void Add(PersonName name)
    {
        Count++;
        names.UnionWith(name.Forms);
        shorter.UnionWith(name.ShorterForms);
    }

    /// <summary>Whether the name is one of these. Names that only have a part in common are not.</summary>
    public bool Contains(PersonName name) =>
        name.Forms.Any(form => names.Contains(form) || shorter.Contains(form)) || name.ShorterForms.Any(names.Contains);
}
