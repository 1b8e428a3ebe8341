using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>Keys by which names meet: where <see cref="KnownPeople.Contains"/> holds, a key of both is the same.</summary>
internal static class PersonKeys
{
    /// <summary>The keys of a name that is known.</summary>
    public static IEnumerable<string> OfKnown(PersonName name)
    {
        foreach (var form in Spellings(name))
        {
            yield return form;
        }

        foreach (var surname in name.SurnameForms)
        {
            yield return "surname " + surname;
        }

        yield return "may be initial " + name.InitialForm;
        if (name.BeginsWithInitial)
        {
            yield return "initial " + name.InitialForm;
        }
    }

    /// <summary>The keys of a name that is looked for.</summary>
    public static IEnumerable<string> OfAsked(PersonName name)
    {
        foreach (var form in Spellings(name))
        {
            yield return form;
        }

        foreach (var surname in name.SurnameForms)
        {
            yield return surname;
        }

        yield return "surname " + name.Forms[0];
        yield return (name.BeginsWithInitial ? "may be initial " : "initial ") + name.InitialForm;
    }

    private static IEnumerable<string> Spellings(PersonName name) =>
        name.Forms.Concat(name.FormalForms).Concat(name.ShorterForms).Concat(name.ShorterFormalForms).Concat(name.FormsWithoutGeneration);
}
