using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Patterns;

/// <summary>The phrasings of one data file, tried at every place where one of their first words or slots stands.</summary>
internal sealed class PatternSet
{
    private readonly FrozenDictionary<string, Entry> _words;
    private readonly (Slot Slot, Candidate[] Candidates)[] _bySlot;

    private PatternSet(IEnumerable<Pattern> patterns)
    {
        var byWord = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var bySlot = new Dictionary<Slot, List<Candidate>>();
        var anchors = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var bit = 1UL;
        foreach (var pattern in patterns)
        {
            var anchor = AnchorOf(pattern);
            foreach (var word in anchor)
            {
                anchors[word] = anchors.GetValueOrDefault(word) | bit;
            }

            Register(new Candidate(pattern, anchor.Length == 0 ? 0 : bit), byWord, bySlot);
            bit = BitOperations.RotateLeft(bit, 1); // Phrasings that share a bit are tried for the anchor of either.
        }

        _words = byWord.Keys.Union(anchors.Keys).ToFrozenDictionary(
            w => w, w => new Entry(byWord.TryGetValue(w, out var starting) ? [.. starting] : [], anchors.GetValueOrDefault(w)), StringComparer.Ordinal);
        _bySlot = [.. bySlot.Select(s => (s.Key, s.Value.ToArray()))];
    }

    /// <summary>The phrasings that show titles.</summary>
    public static PatternSet Titles { get; } = Load("titles.txt");

    /// <summary>The phrasings of a data file.</summary>
    public static PatternSet Load(string file) => new(DataFile.Lines(file).Select(Pattern.Parse));

    /// <summary>What each of a text's different words is to the set; null for nothing.</summary>
    public Entry?[] Look(List<string> words)
    {
        var entries = new Entry?[words.Count];
        for (var word = 0; word < entries.Length; word++)
        {
            entries[word] = _words.GetValueOrDefault(words[word]);
        }

        return entries;
    }

    /// <summary>Adds all phrasings found in a sentence, by place, then in the order of the file.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="entries">What its words are to the set.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="slots">Reads what the phrasings leave open.</param>
    /// <param name="found">Takes what is found.</param>
    public void Find(List<Token> tokens, Entry?[] entries, Sentence sentence, ISlotReader slots, List<PatternMatch> found)
    {
        var words = CollectionsMarshal.AsSpan(tokens);
        var captures = new List<(string Name, int First, int Last)>();
        var anchors = 0UL;
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            anchors |= entries[words[at].Word]?.Anchors ?? 0;
        }

        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (entries[words[at].Word] is { Starting.Length: > 0 } entry && MayBegin(words, at, sentence.First))
            {
                foreach (var candidate in entry.Starting)
                {
                    if ((candidate.Anchor & ~anchors) == 0)
                    {
                        Match(candidate.Pattern, words, at, sentence, slots, captures, found);
                    }
                }
            }

            foreach (var (slot, starting) in _bySlot)
            {
                if (!slots.CanStart(slot, at))
                {
                    continue;
                }

                foreach (var candidate in starting)
                {
                    if ((candidate.Anchor & ~anchors) == 0)
                    {
                        Match(candidate.Pattern, words, at, sentence, slots, captures, found);
                    }
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

    private static void Register(Candidate candidate, Dictionary<string, List<Candidate>> byWord, Dictionary<Slot, List<Candidate>> bySlot)
    {
        foreach (var element in candidate.Pattern.Elements)
        {
            switch (element)
            {
                case WordsElement words:
                    foreach (var first in words.Phrases.Select(p => p[0]).Distinct())
                    {
                        Under(byWord, first).Add(candidate);
                    }

                    break;
                case ClassElement members:
                    foreach (var member in members.Members)
                    {
                        Under(byWord, member).Add(candidate);
                    }

                    break;
                case SlotElement slot:
                    Under(bySlot, slot.Slot).Add(candidate);
                    break;
                case SentenceStartElement:
                    continue;
                default:
                    throw new FormatException($"A phrasing of {candidate.Pattern.Tag} begins with a gap.");
            }

            if (!element.IsOptional)
            {
                return;
            }
        }
    }

    // The words of the rarest step behind the first that must not be missing: without one of them, no need to try.
    private static string[] AnchorOf(Pattern pattern)
    {
        string[] rarest = [];
        var first = true;
        foreach (var element in pattern.Elements)
        {
            if (element.IsOptional || element is SentenceStartElement)
            {
                continue;
            }

            string[] words = element switch
            {
                WordsElement choice => [.. choice.Phrases.Select(p => p[0]).Distinct(StringComparer.Ordinal)],
                ClassElement members => [.. members.Members],
                _ => [],
            };
            rarest = !first && words.Length > 0 && (rarest.Length == 0 || words.Length < rarest.Length) ? words : rarest;
            first = false;
        }

        return rarest;
    }

    private static List<Candidate> Under<T>(Dictionary<T, List<Candidate>> table, T start)
        where T : notnull
    {
        if (!table.TryGetValue(start, out var candidates))
        {
            table[start] = candidates = [];
        }

        return candidates;
    }

    /// <summary>A phrasing, and the bit that says whether its anchor stands in a sentence; 0 for one without.</summary>
    public readonly record struct Candidate(Pattern Pattern, ulong Anchor);

    /// <summary>What a word is to the set: the phrasings that may start with it, and those whose anchor it is.</summary>
    public sealed record Entry(Candidate[] Starting, ulong Anchors);

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
