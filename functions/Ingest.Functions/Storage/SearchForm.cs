using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>The forms in which films are searched: letters and digits of titles and names, without case, diacritics,
/// punctuation and spaces. The beginning of a title has the beginning of its form, as far as whole words go.</summary>
internal static class SearchForm
{
    /// <summary>A title's form; never empty.</summary>
    public static string OfTitle(string title) => TitleForm.Of(title).Whole;

    /// <summary>What somebody types of a person's name, in whatever order; never empty.</summary>
    public static string OfPerson(string name) => TitleForm.Of(name).Whole;

    /// <summary>The forms that a person is found by: the name as written, and with its last word first, so that either name
    /// finds the person.</summary>
    public static IEnumerable<string> FormsOfPerson(string name)
    {
        yield return OfPerson(name);
        var last = name.LastIndexOf(' ');
        if (last > 0 && last + 1 < name.Length)
        {
            yield return OfPerson($"{name[(last + 1)..]} {name[..last]}");
        }
    }
}
