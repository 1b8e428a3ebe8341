using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>Titles and names in normal form, each worked out once in a merge, in which most come again and again.</summary>
internal sealed class NormalForms
{
    private readonly Dictionary<string, TitleForm> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonName> people = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string[]> characters = new(StringComparer.Ordinal);
    private readonly Dictionary<FilmStatements, ImmutableArray<TitleKey>> keys = new(ReferenceEqualityComparer.Instance);

    public TitleForm Title(string title) =>
        titles.TryGetValue(title, out var form) ? form : titles[title] = TitleForm.Of(title);

    public PersonName Person(string written) =>
        people.TryGetValue(written, out var name) ? name : people[written] = PersonName.Of(written);

    /// <summary>The groups of what one review says about one film.</summary>
    public ImmutableArray<TitleKey> Keys(FilmStatements film) =>
        keys.TryGetValue(film, out var found) ? found : keys[film] = TitleKeys.Of(film, this);

    /// <summary>The words of a character's name that count when it is compared.</summary>
    public string[] Character(string written) =>
        characters.TryGetValue(written, out var words)
            ? words
            : characters[written] = [.. NameWords.OfCharacter(written).Select(word => Romanisation.Plain([word]))];
}
