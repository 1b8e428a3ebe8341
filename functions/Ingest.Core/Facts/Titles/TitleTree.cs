namespace Ingest.Core.Facts.Titles;

/// <summary>Titles by their words, to find those that stand at a place of a text in one walk.</summary>
internal sealed class TitleTree
{
    private readonly Dictionary<string, TitleTree> _next = new(StringComparer.Ordinal);
    private readonly List<Film> _found = [];
    private Film? _film;

    /// <summary>Adds a film under the words of its title.</summary>
    public void Add(Film film)
    {
        var node = this;
        foreach (var word in film.Words)
        {
            if (!node._next.TryGetValue(word, out var next))
            {
                node._next[word] = next = new TitleTree();
            }

            node = next;
        }

        node._film ??= film;
    }

    /// <summary>The films whose titles stand from a word on, the longest first; good until the next call.</summary>
    public IReadOnlyList<Film> Find(List<string> words, int at)
    {
        _found.Clear();
        var node = this;
        for (var k = at; k < words.Count && node._next.TryGetValue(words[k], out var next); k++)
        {
            node = next;
            if (node._film is { } film)
            {
                _found.Add(film);
            }
        }

        if (_found.Count > 1)
        {
            _found.Reverse();
        }

        return _found;
    }
}
