namespace Ingest.Core.Films.People;

/// <summary>Names heard so far, to tell whether another name is one of them in another spelling or length.</summary>
internal sealed class KnownPeople
{
    // The same name comes again and again: most questions are answered by its own object.
    private readonly HashSet<PersonName> added = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> shorter = new(StringComparer.Ordinal);
    private readonly HashSet<string> initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> mayBeInitials = new(StringComparer.Ordinal);
    private readonly HashSet<string> surnames = new(StringComparer.Ordinal);

    /// <summary>Number of names added, each object once.</summary>
    public int Count => added.Count;

    public void Add(PersonName name)
    {
        if (added.Add(name))
        {
            names.UnionWith(name.Forms);
            shorter.UnionWith(name.ShorterForms);
            shorter.UnionWith(name.FormsWithoutGeneration);
            names.UnionWith(name.FormalForms);
            shorter.UnionWith(name.ShorterFormalForms);
            surnames.UnionWith(name.SurnameForms);
            mayBeInitials.Add(name.InitialForm);
            if (name.BeginsWithInitial)
            {
                initials.Add(name.InitialForm);
            }
        }
    }

    /// <summary>Whether the name is one of these. Names that only have a part in common are not.</summary>
    public bool Contains(PersonName name) =>
        added.Contains(name)
        || name.Forms.Concat(name.FormalForms).Any(form => names.Contains(form) || shorter.Contains(form))
        || name.ShorterForms.Concat(name.ShorterFormalForms).Concat(name.FormsWithoutGeneration).Any(names.Contains)
        || (name.BeginsWithInitial ? mayBeInitials : initials).Contains(name.InitialForm)
        || (name.Words.Length == 1 ? surnames.Contains(name.Forms[0]) : name.SurnameForms.Any(names.Contains));
}
