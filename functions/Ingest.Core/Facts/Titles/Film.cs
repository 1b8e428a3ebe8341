namespace Ingest.Core.Facts.Titles;

/// <summary>A film that the article names.</summary>
internal sealed class Film(int id, IReadOnlyList<string> words)
{
    private string? _title;
    private bool _hasExclamation;
    private bool _hasQuestion;

    /// <summary>Its number, by first cue.</summary>
    public int Id { get; } = id;

    /// <summary>Its title as words in lower case.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>The words of its other titles.</summary>
    public List<IReadOnlyList<string>> OtherWords { get; } = [];

    /// <summary>The title's spellings, with how often each was seen and where first.</summary>
    public Dictionary<string, (int Count, int First)> Spellings { get; } = new(StringComparer.Ordinal);

    /// <summary>How much speaks for the article being about it.</summary>
    public double Weight { get; set; }

    /// <summary>Whether the article is about it.</summary>
    public bool IsSubject { get; set; }

    /// <summary>Whether something besides capitals says that it is a film.</summary>
    public bool IsCertain { get; set; }

    /// <summary>The year that the headline puts behind it.</summary>
    public int? HeadlineYear { get; set; }

    /// <summary>Another title that the headline puts behind it in brackets.</summary>
    public string? HeadlineTitle { get; set; }

    /// <summary>The first token that names it; the number of tokens when only the headline or the page's data do.</summary>
    public int FirstToken { get; set; } = int.MaxValue;

    /// <summary>The title as most often written; of equals the first.</summary>
    public string Title => _title ??= Spellings.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Value.First).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Whether a spelling of it ends with this sign, a question or an exclamation mark.</summary>
    public bool IsSpelledWith(char mark) => mark == '?' ? _hasQuestion : _hasExclamation;

    /// <summary>Counts a spelling of the title.</summary>
    /// <param name="spelling">As written, in quotes or not.</param>
    /// <param name="token">The token where it stands; the highest number for the headline and the page's data.</param>
    public void AddSpelling(string spelling, int token)
    {
        var plain = string.Join(' ', spelling.Trim('"', '\'', '\u2018', '\u2019', '\u201c', '\u201d', ',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        FirstToken = Math.Min(FirstToken, token);
        if (plain.Length > 0)
        {
            _title = null;
            _hasQuestion |= plain[^1] == '?';
            _hasExclamation |= plain[^1] == '!';
            Spellings[plain] = Spellings.TryGetValue(plain, out var seen) ? (seen.Count + 1, Math.Min(seen.First, token)) : (1, token);
        }
    }
}
