using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>The people of an article by full name and by the parts by which they are called later.</summary>
internal sealed class PersonDirectory
{
    private readonly HashSet<string> _cast = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _directors = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mononyms = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _makers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _credited = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _creditedByPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _anyByPart;
    private readonly Dictionary<string, int> _uses;
    private readonly Reading _reading;

    public PersonDirectory(Reading reading, IReadOnlyList<Found> known)
    {
        _reading = reading;
        (_uses, _anyByPart) = reading.Named;
        foreach (var found in known)
        {
            var person = found.Statement switch
            {
                CastStatement cast => cast.Person,
                DirectorStatement director => director.Person,
                WriterStatement writer => writer.Person,
                _ => null,
            };
            if (found.Statement is CastStatement acts)
            {
                _cast.Add(acts.Person);
            }

            if (found.Statement is DirectorStatement or WriterStatement && person is not null)
            {
                _makers.Add(person);
            }

            if (found.Statement is DirectorStatement { Confidence: >= 0.86 } directs)
            {
                _directors.Add(directs.Person);
            }

            if (found.Statement is CastStatement { Confidence: >= 0.9 } && person is not null && !person.Contains(' ', StringComparison.Ordinal))
            {
                _mononyms.Add(person);
            }

            // "De Wit" at a sentence's start is a family name with its particle.
            if (person is not null && person.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first
                && !(Words.Particles.Contains(person[..first].ToLowerInvariant()) && _anyByPart.ContainsKey(person)))
            {
                _credited.Add(person);
                Register(_creditedByPart, person);
            }
        }
    }

    /// <summary>How often each name stands in the article, and the names of several words by their parts.</summary>
    public static (Dictionary<string, int> Uses, Dictionary<string, HashSet<string>> ByPart) NamesOf(Reading reading)
    {
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var byPart = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var span in reading.Names.Spans)
        {
            var name = reading.Prose.Slice(span.First, span.Last);
            uses[name] = uses.GetValueOrDefault(name) + 1;
            if (span.Parts > 1 && reading.Names.CouldBePerson(span) && reading.Focus.MentionAt(span.First) is null)
            {
                Register(byPart, PersonName.Of(reading.Prose, span));
            }
        }

        return (uses, byPart);
    }

    /// <summary>Whether the article says that the person acts, and nowhere surely that they direct.</summary>
    public bool IsCast(string name) => Credited(name) is { } full && _cast.Contains(full) && !_directors.Contains(full);

    /// <summary>Whether the article says that the person directed or wrote.</summary>
    public bool IsMaker(string name) => Credited(name) is { } full && _makers.Contains(full);

    /// <summary>The credited person that a name or a part of one means; null when none or several.</summary>
    public string? Credited(string name) =>
        _credited.Contains(name) ? name : _creditedByPart.GetValueOrDefault(name) is { Count: 1 } one ? one.Single()
        : _mononyms.Contains(name) && !_anyByPart.ContainsKey(name) ? name : null;

    /// <summary>The full name that a name means: a credited person's, else any in the article; the name itself when unsure.</summary>
    public string Full(string name)
    {
        if (Credited(name) is { } credited)
        {
            return credited;
        }

        if (_creditedByPart.ContainsKey(name))
        {
            return name;
        }

        return _anyByPart.GetValueOrDefault(name) is { Count: 1 } one ? one.Single() : name;
    }

    /// <summary>Whether a name stands more than once in the article, so that it is somebody of the story.</summary>
    public bool IsUsedElsewhere(NameSpan span)
    {
        var name = _reading.Prose.Slice(span.First, span.Last);
        return _uses.GetValueOrDefault(name) > 1 || _uses.GetValueOrDefault(name.Split(' ')[0]) > (name.Contains(' ', StringComparison.Ordinal) ? 0 : 1);
    }

    /// <summary>Whether the name begins with a common given name, or is written family name first.</summary>
    public static bool LooksLikePerson(ProseText prose, NameSpan span) =>
        Words.GivenNames.Contains(prose.Tokens[span.First].Lower) || PersonName.IsFamilyFirst(prose.Tokens[span.Last - 1].Lower);

    private static void Register(Dictionary<string, HashSet<string>> byPart, string name)
    {
        foreach (var part in Parts(name))
        {
            if (!byPart.TryGetValue(part, out var names))
            {
                byPart[part] = names = new(StringComparer.OrdinalIgnoreCase);
            }

            names.Add(name);
        }
    }

    // The surname, with and without its particles or first half; the family name where it stands first.
    private static IEnumerable<string> Parts(string name)
    {
        var words = name.Split(' ');
        if (words.Length > 2 && Words.Suffixes.Contains(words[^1].ToLowerInvariant()))
        {
            words = words[..^1];
        }

        for (var k = 1; k < words.Length; k++)
        {
            yield return string.Join(' ', words[k..]);
        }

        // "Derek Lam Siu-kei": the family name stands between the two given ones.
        if (words.Length == 3 && words[2].IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen + 1 < words[2].Length && char.IsLower(words[2][hyphen + 1]))
        {
            yield return words[1];
            yield return words[0] + " " + words[1];
        }

        if (PersonName.IsFamilyFirst(words[^1].ToLowerInvariant()) && char.IsLower(words[^1][^1]) && words.Length == 2)
        {
            yield return words[0];
        }
    }
}
