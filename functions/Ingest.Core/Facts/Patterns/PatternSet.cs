using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Patterns;

/// <summary>The phrasings of one data file, tried at every place where one of their first words or slots stands.</summary>
internal sealed class PatternSet
{
    private readonly FrozenDictionary<string, Pattern[]> _byWord;
    private readonly (Slot Slot, Pattern[] Patterns)[] _bySlot;

    private PatternSet(IEnumerable<Pattern> patterns)
    {
        var byWord = new Dictionary<string, List<Pattern>>(StringComparer.Ordinal);
        var bySlot = new Dictionary<Slot, List<Pattern>>();
        foreach (var pattern in patterns)
        {
            Register(pattern, byWord, bySlot);
        }

        _byWord = byWord.ToFrozenDictionary(w => w.Key, w => w.Value.ToArray(), StringComparer.Ordinal);
        _bySlot = [.. bySlot.Select(s => (s.Key, s.Value.ToArray()))];
    }

    /// <summary>The phrasings that show titles.</summary>
    public static PatternSet Titles { get; } = Load("titles.txt");

    /// <summary>The phrasings of a data file.</summary>
    public static PatternSet Load(string file) => new(DataFile.Lines(file).Select(Pattern.Parse));

    /// <summary>Adds all phrasings found in a sentence, by place, then in the order of the file.</summary>
    public void Find(List<Token> tokens, Sentence sentence, ISlotReader slots, List<PatternMatch> found)
    {
        var words = CollectionsMarshal.AsSpan(tokens);
        var captures = new List<(string Name, int First, int Last)>();
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (_byWord.TryGetValue(words[at].Lower, out var patterns) && MayBegin(words, at, sentence.First))
            {
                foreach (var pattern in patterns)
                {
                    Match(pattern, words, at, sentence, slots, captures, found);
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
                    Match(pattern, words, at, sentence, slots, captures, found);
                }
            }
        }
    }

    private static void Match(Pattern pattern, ReadOnlySpan<Token> tokens, int at, Sentence sentence, ISlotReader slots, List<(string Name, int First, int Last)> captures, List<PatternMatch> found)
    {
        captures.Clear();
        var end = new Attempt(pattern, tokens, sentence, slots, captures).From(0, at);
        if (end >= 0)
        {
            found.Add(new PatternMatch(pattern, at, end, captures.ToArray()));
        }
    }

    // "Star" of "Star Mill" is a part of a name; "Starring" opens a sentence, and "Director" stands before names.
    private static bool MayBegin(ReadOnlySpan<Token> tokens, int at, int first) =>
        !tokens[at].IsCapital || at == first || tokens[at - 1].Lower is "\"" or ":" or "(" or "-" or "." or "!" or "?" || tokens[at].Lower is "director" or "directors" or "writer" or "writers" or "filmmaker" or "filmmakers" or "screenwriter" or "screenwriters" or "writer-director" or "actor" or "actress";

    private static void Register(Pattern pattern, Dictionary<string, List<Pattern>> byWord, Dictionary<Slot, List<Pattern>> bySlot)
    {
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case WordsElement words:
                    foreach (var first in words.Phrases.Select(p => p[0]).Distinct())
                    {
                        Under(byWord, first).Add(pattern);
                    }

                    break;
                case ClassElement members:
                    foreach (var member in members.Members)
                    {
                        Under(byWord, member).Add(pattern);
                    }

                    break;
                case SlotElement slot:
                    Under(bySlot, slot.Slot).Add(pattern);
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

    private static List<Pattern> Under<T>(Dictionary<T, List<Pattern>> table, T start)
        where T : notnull
    {
        if (!table.TryGetValue(start, out var patterns))
        {
            table[start] = patterns = [];
        }

        return patterns;
    }

    /// <summary>One try of a pattern at a place; its steps are few, so the depth and the tries are bounded.</summary>
    private readonly ref struct Attempt(Pattern pattern, ReadOnlySpan<Token> tokens, Sentence sentence, ISlotReader slots, List<(string Name, int First, int Last)> captures)
    {
        private readonly ReadOnlySpan<Token> _tokens = tokens;

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
                    return at < sentence.Last && members.Members.Contains(_tokens[at].Lower) && IsPlain(at, step) && From(step + 1, at + 1) is var found && found >= 0
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

                if (at + skipped >= sentence.Last || (_tokens[at + skipped].Kind == TokenKind.Mark && _tokens[at + skipped].Lower is not ("," or "'s" or "-")))
                {
                    return -1;
                }
            }

            return -1;
        }

        // Past the first step, words of phrasings are written small; "The" of a title is none of them.
        private bool IsPlain(int at, int step) => step == 0 || !_tokens[at].IsCapital || at == sentence.First;

        private bool Holds(string[] phrase, int at, int step)
        {
            if (at + phrase.Length > sentence.Last)
            {
                return false;
            }

            for (var k = 0; k < phrase.Length; k++)
            {
                if (!string.Equals(_tokens[at + k].Lower, phrase[k], StringComparison.Ordinal) || (step + k > 0 && !IsPlain(at + k, step + k)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
