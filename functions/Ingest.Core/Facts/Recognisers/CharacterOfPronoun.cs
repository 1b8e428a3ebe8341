using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Whom of the story "he" or "she" means, where the words before leave one only.</summary>
internal sealed class CharacterOfPronoun
{
    private readonly Reading _reading;
    private readonly PersonDirectory _directory;
    private readonly Dictionary<int, HashSet<string>> _actors = [];
    private readonly Dictionary<string, string> _played = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, List<NameSpan>> _candidates = [];

    public CharacterOfPronoun(Reading reading, PersonDirectory directory, IReadOnlyList<Found> known)
    {
        _reading = reading;
        _directory = directory;
        foreach (var found in known)
        {
            if (found.Statement is CastStatement { Quote.Start: not null } cast && found.Token < reading.Prose.Tokens.Count)
            {
                var sentence = reading.Prose.SentenceOf[found.Token];
                if (!_actors.TryGetValue(sentence, out var actors))
                {
                    _actors[sentence] = actors = new(StringComparer.OrdinalIgnoreCase);
                }

                actors.Add(directory.Full(cast.Person));
            }

            if (found.Statement is CastStatement stated)
            {
                Plays(directory.Full(stated.Person), stated.Character);
            }
        }
    }

    /// <summary>Keeps who plays a character, so that nobody else is taken to.</summary>
    public void Plays(string person, string? character)
    {
        if (character is not null)
        {
            _played.TryAdd(character, person);
        }
    }

    /// <summary>The only actor of the sentence before; null where it has none or several.</summary>
    public string? ActorBefore(int at)
    {
        var sentence = _reading.Prose.SentenceOf[at];
        return sentence > 0 && IsSameParagraph(sentence) && _actors.GetValueOrDefault(sentence - 1) is { Count: 1 } one ? one.Single() : null;
    }

    /// <summary>The character that a pronoun at a token means: the only one before it in its sentence, or of the sentence before.</summary>
    /// <param name="at">The pronoun, or what stands for its clause.</param>
    /// <param name="actor">Who plays them, and is not meant.</param>
    public string? CharacterBefore(int at, NameSpan actor)
    {
        var sentence = _reading.Prose.SentenceOf[at];
        var name = PersonName.Of(_reading.Prose, actor);
        var here = In(sentence).Where(n => n.Last <= at && !IsSame(n, name)).ToList();
        var only = here.Count > 0 ? Only(here, sentence) : sentence > 0 && IsSameParagraph(sentence) ? Only([.. In(sentence - 1).Where(n => !IsSame(n, name))], sentence - 1) : null;
        return only is null || (_played.TryGetValue(only, out var player) && !string.Equals(player, _directory.Full(name), StringComparison.OrdinalIgnoreCase)) ? null : only;
    }

    private string? Only(List<NameSpan> names, int sentence)
    {
        if (names.Count == 0)
        {
            return null;
        }

        var texts = names.Select(n => _reading.Prose.Slice(n.First, n.Last)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count == 1)
        {
            return texts[0];
        }

        // The subject of the sentence is who the next one goes on with.
        var longest = texts.MaxBy(t => t.Length)!;
        return texts.TrueForAll(t => longest.Contains(t, StringComparison.OrdinalIgnoreCase)) ? longest
            : names[0].First == _reading.Prose.Sentences[sentence].First && names.Skip(1).All(n => n.Parts == 1) ? texts[0] : null;
    }

    private bool IsSame(NameSpan name, string person) => person.Contains(_reading.Prose.Slice(name.First, name.Last), StringComparison.OrdinalIgnoreCase);

    private bool IsSameParagraph(int sentence) => _reading.Prose.Sentences[sentence - 1].Paragraph == _reading.Prose.Sentences[sentence].Paragraph;

    // Names of a sentence that may be somebody's of the story: no person credited, no place, no film.
    private List<NameSpan> In(int sentence)
    {
        if (_candidates.TryGetValue(sentence, out var known))
        {
            return known;
        }

        var names = new List<NameSpan>();
        var (tokens, bounds) = (_reading.Prose.Tokens, _reading.Prose.Sentences[sentence]);
        for (var k = _reading.Names.IndexFrom(bounds.First); k < _reading.Names.Spans.Count && _reading.Names.Spans[k].First < bounds.Last; k++)
        {
            var name = _reading.Names.Spans[k];
            var before = name.First > bounds.First ? tokens[name.First - 1].Lower : "";
            var isPlace = name.Parts == 1 && before is "in" or "from" or "to" or "at" or "near" or "of" or "into" or "around" or "outside" or "through" or "a" or "an" or "the";
            var isAdjective = name.Parts == 1 && name.Last < bounds.Last && tokens[name.Last].IsLowerWord && before.Length > 0 && tokens[name.First - 1].IsLowerWord && !Words.Verbs.Contains(tokens[name.Last].Lower) && !Words.Blockers.Contains(tokens[name.Last].Lower)
                && !Words.PersonNouns.Contains(before);
            if (_reading.Names.CouldBePerson(name) && !isPlace && !isAdjective && before is not ("(" or "by") && !RoleGuard.IsOfTitle(_reading, name) && !_reading.Titles.IsEmphasised(name.First) && !(name.Last < bounds.Last && tokens[name.Last].Is("'s"))
                && _directory.Credited(PersonName.Of(_reading.Prose, name)) is null)
            {
                names.Add(name);
            }
        }

        return _candidates[sentence] = names;
    }
}
