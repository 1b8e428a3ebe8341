using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.People;

/// <summary>The characters of an article under their fullest names.</summary>
internal sealed class CharacterNames
{
    private readonly PersonDirectory _directory;
    private readonly HashSet<string> _characters = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _longer = new(StringComparer.OrdinalIgnoreCase);

    public CharacterNames(Reading reading, List<Found> found, PersonDirectory directory)
    {
        _directory = directory;
        foreach (var cast in found.Select(f => f.Statement).OfType<CastStatement>())
        {
            _people.Add(directory.Full(cast.Person));
            if (cast.Character is { } character)
            {
                _characters.Add(character);
            }
        }

        foreach (var crew in found.Select(f => f.Statement))
        {
            if (crew is DirectorStatement director)
            {
                _people.Add(director.Person);
            }
            else if (crew is WriterStatement writer)
            {
                _people.Add(writer.Person);
            }
        }

        foreach (var span in reading.Names.Spans)
        {
            if (span.Parts < 2 || span.Parts > 3 || !reading.Names.CouldBePerson(span) || reading.Focus.MentionAt(span.First) is not null)
            {
                continue;
            }

            var name = PersonName.Of(reading.Prose, span);
            foreach (var part in name.Split(' '))
            {
                if (!_longer.TryGetValue(part, out var names))
                {
                    _longer[part] = names = new(StringComparer.OrdinalIgnoreCase);
                }

                names.Add(name);
            }
        }
    }

    /// <summary>Whether a name is a character's and no person's of several words.</summary>
    public bool IsCharacter(string person) => !person.Contains(' ', StringComparison.Ordinal) && _characters.Contains(person);

    /// <summary>The character's fullest name in the article; null when the name is none.</summary>
    public string? Full(Film film, string? character, string person)
    {
        if (character is null)
        {
            return null;
        }

        if (character == TitleRole.Marker)
        {
            return TitleRole.Of(film);
        }

        if (string.Equals(character, person, StringComparison.OrdinalIgnoreCase) || (_people.Contains(character) && character.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        if (character.Contains(' ', StringComparison.Ordinal) || !_longer.TryGetValue(character, out var longer))
        {
            return character;
        }

        var others = longer.Where(n => !_people.Contains(n)).ToList();
        return others.Count == 1 ? others[0] : character;
    }
}
