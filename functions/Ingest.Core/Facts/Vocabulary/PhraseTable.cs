using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Vocabulary;

/// <summary>Phrases of one or more words with a value each, found in prose by their first word; the longest wins.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);
    private FrozenDictionary<string, List<(string[] Words, T Value)>>? _frozen;

    // Frozen when it is first asked, after all is added: looking a word up that begins no phrase is what is done most.
    private FrozenDictionary<string, List<(string[] Words, T Value)>> Frozen => _frozen ??= _byFirst.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Adds a phrase, cut into words as prose is. The first value given for a phrase stays.</summary>
    public void Add(string phrase, T value)
    {
        string[] words = [.. Tokeniser.Read(phrase).Select(t => t.Lower)];
        if (words.Length == 0)
        {
            return;
        }

        if (!_byFirst.TryGetValue(words[0], out var phrases))
        {
            _byFirst[words[0]] = phrases = [];
        }

        if (phrases.Any(p => p.Words.AsSpan().SequenceEqual(words)))
        {
            return;
        }

        _frozen = null;
        phrases.Add((words, value));
        phrases.Sort((a, b) => b.Words.Length - a.Words.Length);
    }

    /// <summary>Whether a phrase begins with a word.</summary>
    public bool MayBegin(string lower) => Frozen.ContainsKey(lower);

    /// <summary>The longest phrase that starts at a token.</summary>
    public bool TryFind(List<Token> tokens, int at, int limit, out T value, out int end)
    {
        if (at < limit && Frozen.TryGetValue(tokens[at].Lower, out var phrases))
        {
            foreach (var (words, found) in phrases)
            {
                if (Matches(tokens, at, limit, words))
                {
                    value = found;
                    end = at + words.Length;
                    return true;
                }
            }
        }

        value = default!;
        end = at;
        return false;
    }

    private static bool Matches(List<Token> tokens, int at, int limit, string[] words)
    {
        if (at + words.Length > limit)
        {
            return false;
        }

        for (var k = 1; k < words.Length; k++)
        {
            if (tokens[at + k].Lower != words[k])
            {
                return false;
            }
        }

        return true;
    }
}
