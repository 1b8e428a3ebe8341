using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Patterns;

/// <summary>The phrasings of one data file, tried at every place where one of their first words or slots stands.</summary>
internal sealed class PatternSet
{
    private readonly Dictionary<string, List<Pattern>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<Slot, List<Pattern>> _bySlot = [];

    private PatternSet(IEnumerable<Pattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            Register(pattern);
        }
    }

    /// <summary>The phrasings that show titles.</summary>
    public static PatternSet Titles { get; } = Load("titles.txt");

    /// <summary>The phrasings of a data file.</summary>
    public static PatternSet Load(string file) => new(DataFile.Lines(file).Select(Pattern.Parse));

    /// <summary>All phrasings found in a sentence, by place, then in the order of the file.</summary>
    public IEnumerable<PatternMatch> Find(IReadOnlyList<Token> tokens, Sentence sentence, ISlotReader slots)
    {
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (MayBegin(tokens, at, sentence.First) && _byWord.TryGetValue(tokens[at].Lower, out var patterns))
            {
                foreach (var pattern in patterns)
                {
                    if (Match(pattern, tokens, at, sentence, slots) is { } match)
                    {
                        yield return match;
                    }
                }
            }

            foreach (var (slot, starting) in _bySlot)
            {
                if (!slots.CanStart(slot, at))
                {
                    continue;
                }

                foreach (var pattern in starting)
                {
                    if (Match(pattern, tokens, at, sentence, slots) is { } match)
                    {
                        yield return match;
                    }
                }
            }
        }
    }

    private static PatternMatch? Match(Pattern pattern, IReadOnlyList<Token> tokens, int at, Sentence sentence, ISlotReader slots)
    {
        var captures = new List<(string Name, int First, int Last)>(0);
        var end = new Attempt(pattern, tokens, sentence, slots, captures).From(0, at);
        return end < 0 ? null : new PatternMatch(pattern, at, end, captures);
    }

    // "Star" of "Star Mill" is a part of a name; "Starring" opens a sentence, and "Director" stands before names.
    private static bool MayBegin(IReadOnlyList<Token> tokens, int at, int first) =>
        !tokens[at].IsCapital || at == first || tokens[at - 1].Lower is "\"" or ":" or "(" or "-" or "." or "!" or "?" || tokens[at].Lower is "director" or "directors" or "writer" or "writers" or "filmmaker" or "filmmakers" or "screenwriter" or "screenwriters" or "writer-director" or "actor" or "actress";

    private void Register(Pattern pattern)
    {
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case WordsElement words:
                    foreach (var first in words.Phrases.Select(p => p[0]).Distinct())
                    {
                        Under(first).Add(pattern);
                    }

                    break;
                case ClassElement members:
                    foreach (var member in members.Members)
                    {
                        Under(member).Add(pattern);
                    }

                    break;
                case SlotElement slot:
                    if (!_bySlot.TryGetValue(slot.Slot, out var starting))
                    {
                        _bySlot[slot.Slot] = starting = [];
                    }

                    starting.Add(pattern);
                    break;
                case SentenceStartElement:
                    continue;
                default:
                    throw new FormatException($"A phrasing of {pattern.Tag} begins with a gap.");
            }

            if (!element.IsOptional)
            {
                return;
            }
        }
    }

    private List<Pattern> Under(string word)
    {
        if (!_byWord.TryGetValue(word, out var patterns))
        {
            _byWord[word] = patterns = [];
        }

        return patterns;
    }

    /// <summary>One try of a pattern at a place; its steps are few, so the depth and the tries are bounded.</summary>
    private readonly struct Attempt(Pattern pattern, IReadOnlyList<Token> tokens, Sentence sentence, ISlotReader slots, List<(string Name, int First, int Last)> captures)
    {
        public int From(int step, int at)
        {
            if (step == pattern.Elements.Length)
            {
                return at;
            }

            switch (pattern.Elements[step])
            {
                case SentenceStartElement:
                    return at == sentence.First ? From(step + 1, at) : -1;
                case GapElement gap:
                    return Gap(gap, step, at);
                case SlotElement slot:
                    return Take(slot, step, at) is var taken && taken >= 0 ? taken : Skip(slot, step, at);
                case ClassElement members:
                    return at < sentence.Last && members.Members.Contains(tokens[at].Lower) && IsPlain(at, step) && From(step + 1, at + 1) is var found && found >= 0
                        ? found
                        : Skip(members, step, at);
                case WordsElement words:
                    foreach (var phrase in words.Phrases)
                    {
                        if (Holds(phrase, at, step) && From(step + 1, at + phrase.Length) is var end && end >= 0)
                        {
                            return end;
                        }
                    }

                    return Skip(words, step, at);
                default:
                    return -1;
            }
        }

        private int Skip(Element element, int step, int at) => element.IsOptional ? From(step + 1, at) : -1;

        private int Take(SlotElement slot, int step, int at)
        {
            var end = at < sentence.Last ? slots.End(slot.Slot, at, sentence.Last) : -1;
            if (end < 0)
            {
                return -1;
            }

            var count = captures.Count;
            captures.Add((slot.Name, at, end));
            var last = From(step + 1, end);
            if (last < 0)
            {
                captures.RemoveRange(count, captures.Count - count);
            }

            return last;
        }

        private int Gap(GapElement gap, int step, int at)
        {
            for (var skipped = 0; skipped <= gap.Most && at + skipped <= sentence.Last; skipped++)
            {
                var end = From(step + 1, at + skipped);
                if (end >= 0)
                {
                    return end;
                }

                if (at + skipped >= sentence.Last || (tokens[at + skipped].Kind == TokenKind.Mark && tokens[at + skipped].Lower is not ("," or "'s" or "-")))
                {
                    return -1;
                }
            }

            return -1;
        }

        // Past the first step, words of phrasings are written small; "The" of a title is none of them.
        private bool IsPlain(int at, int step) => step == 0 || !tokens[at].IsCapital || at == sentence.First;

        private bool Holds(string[] phrase, int at, int step)
        {
            if (at + phrase.Length > sentence.Last)
            {
                return false;
            }

            for (var k = 0; k < phrase.Length; k++)
            {
                if (!string.Equals(tokens[at + k].Lower, phrase[k], StringComparison.Ordinal) || (step + k > 0 && !IsPlain(at + k, step + k)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
