using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>The people of an article by the first of their names, by which many writers call them after the first time.</summary>
internal sealed class FirstNames
{
    private readonly Dictionary<string, HashSet<string>> _full = new(StringComparer.OrdinalIgnoreCase);

    public FirstNames(Reading reading)
    {
        foreach (var span in reading.Names.Spans)
        {
            if (span.Parts is > 1 and < 4 && reading.Names.CouldBePerson(span) && reading.Focus.MentionAt(span.First) is null && !Words.IsOccupation(reading.Prose.Tokens[span.First].Lower))
            {
                var name = PersonName.Of(reading.Prose, span);
                var first = name[..Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))];
                if (!_full.TryGetValue(first, out var names))
                {
                    _full[first] = names = new(StringComparer.OrdinalIgnoreCase);
                }

                names.Add(name);
            }
        }
    }

    /// <summary>The one full name of the article that begins with a name; null where none or several do.</summary>
    public string? Full(string first) => first.Length > 2 && _full.GetValueOrDefault(first) is { Count: 1 } one ? one.Single() : null;
}
