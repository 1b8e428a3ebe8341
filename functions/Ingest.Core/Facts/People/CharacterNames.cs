using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>The characters of an article under their fullest names.</summary>
internal sealed class CharacterNames
{
    private readonly PersonDirectory _directory;
    private readonly HashSet<string> _characters = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _players = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _bySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _byGivenName = new(StringComparer.OrdinalIgnoreCase);

    public CharacterNames(Reading reading, List<Found> found, PersonDirectory directory)
    {
        _directory = directory;
        foreach (var cast in found.Select(f => f.Statement).OfType<CastStatement>())
        {
            _people.Add(directory.Full(cast.Person));
            if (cast.Character is { } character)
            {
                _characters.Add(character);
                Register(_players, character, directory.Full(cast.Person));
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
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || _people.Contains(name))
            {
                continue;
            }

            // "Death" is no part of the Black Death.
            if (PersonDirectory.LooksLikePerson(reading.Prose, span) || Words.Honorifics.Contains(reading.Prose.Tokens[span.First].Lower) || reading.Names.CountOf(span) > 1 || (span.Last < reading.Prose.Tokens.Count && reading.Prose.Tokens[span.Last].Lower is "(" or ","))
            {
                Register(_bySurname, name[(space + 1)..], name);
                Register(_bySurname, name[(name.LastIndexOf(' ') + 1)..], name);
            }

            if (Words.GivenNames.Contains(name[..space].ToLowerInvariant()))
            {
                Register(_byGivenName, name[..space], name);
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

        return IsFree(Longer(_bySurname, character), person) ?? IsFree(Longer(_byGivenName, character), person) ?? character;
    }

    // "old Rask" is not Anna Rask whom somebody else plays.
    private string? IsFree(string? full, string person) => full is null || (_players.GetValueOrDefault(full) is { } players && !players.Contains(person)) ? null : full;

    private static string? Longer(Dictionary<string, HashSet<string>> names, string character)
    {
        return names.TryGetValue(character, out var others) && others.Count == 1 ? others.Single() : null;
    }

    private static void Register(Dictionary<string, HashSet<string>> names, string part, string name)
    {
        if (!names.TryGetValue(part, out var all))
        {
            names[part] = all = new(StringComparer.OrdinalIgnoreCase);
        }

        all.Add(name);
    }
}
