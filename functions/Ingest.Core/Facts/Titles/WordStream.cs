using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Titles;

/// <summary>A text as the plain words by which titles are compared, each with its token.</summary>
internal sealed class WordStream
{
    public WordStream(ProseText prose)
    {
        Words = new List<string>(prose.Tokens.Count);
        Tokens = new List<int>(prose.Tokens.Count);
        for (var t = 0; t < prose.Tokens.Count; t++)
        {
            TitleWords.Add(prose.Tokens[t], Words);
            while (Tokens.Count < Words.Count)
            {
                Tokens.Add(t);
            }
        }
    }

    /// <summary>The words.</summary>
    public List<string> Words { get; }

    /// <summary>The token of each word.</summary>
    public List<int> Tokens { get; }

    /// <summary>Whether these words stand from a place on.</summary>
    public bool Holds(int at, IReadOnlyList<string> words)
    {
        if (at + words.Count > Words.Count)
        {
            return false;
        }

        for (var k = 0; k < words.Count; k++)
        {
            if (!string.Equals(Words[at + k], words[k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
