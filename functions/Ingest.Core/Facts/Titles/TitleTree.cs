namespace Ingest.Core.Facts.Titles;

/// <summary>Titles by their words, to find those that stand at a place of a text in one walk.</summary>
internal sealed class TitleTree
{
    private readonly Dictionary<string, TitleTree> _next = new(StringComparer.Ordinal);
    private readonly List<(Film Film, int Count)> _found = [];
    private Film? _film;

    /// <summary>Adds a film under the words of its title and of its other ones.</summary>
    public void Add(Film film)
    {
        Add(film, film.Words);
        foreach (var words in film.OtherWords)
        {
            Add(film, words);
        }
    }

    private void Add(Film film, IReadOnlyList<string> words)
    {
        var node = this;
        foreach (var word in words)
        {
            if (!node._next.TryGetValue(word, out var next))
            {
                node._next[word] = next = new TitleTree();
            }

            node = next;
        }

        node._film ??= film;
    }

    /// <summary>
    /// The films whose titles stand from a word on, with how many words those have, the longest first; good until the next call.
    /// </summary>
    public IReadOnlyList<(Film Film, int Count)> Find(List<string> words, int at)
    {
        _found.Clear();
        var node = this;
        for (var k = at; k < words.Count && node._next.TryGetValue(words[k], out var next); k++)
        {
            node = next;
            if (node._film is { } film)
            {
                _found.Add((film, k + 1 - at));
            }
        }

        if (_found.Count > 1)
        {
            _found.Reverse();
        }

        return _found;
    }
}
