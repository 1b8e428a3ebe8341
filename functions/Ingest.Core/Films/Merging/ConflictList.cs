using System.Globalization;

namespace Ingest.Core.Films.Merging;

/// <summary>The values of one film that disagree with those that stand.</summary>
internal sealed class ConflictList
{
    private readonly List<Conflict> conflicts = [];

    /// <summary>Notes one.</summary>
    /// <param name="field">As documented on <see cref="Conflict.Field"/>.</param>
    /// <param name="value">The value that disagrees.</param>
    /// <param name="standing">The one that stands.</param>
    /// <param name="backing">Who says the former.</param>
    /// <param name="opposing">Number of reviews that say the latter.</param>
    public void Add<T>(string field, T value, T standing, Backing backing, int opposing)
        where T : notnull =>
        conflicts.Add(new Conflict(field, Text(value), Text(standing), backing.Support, backing.Confidence(opposing), backing.Sources));

    /// <summary>The best supported ones, at most <see cref="FilmProfile.MaxConflicts"/>, ordered by field, support and
    /// value.</summary>
    public IEnumerable<Conflict> Ordered() => conflicts
        .OrderByDescending(conflict => conflict.Support)
        .ThenBy(conflict => conflict.Field, StringComparer.Ordinal)
        .ThenBy(conflict => conflict.Value, StringComparer.Ordinal)
        .ThenBy(conflict => conflict.StandsAgainst, StringComparer.Ordinal)
        .Take(FilmProfile.MaxConflicts)
        .OrderBy(conflict => conflict.Field, StringComparer.Ordinal);

    private static string Text<T>(T value) => value switch
    {
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value!.ToString()!,
    };
}
