using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Films.Titles;

namespace Ingest.Core.Films;

/// <summary>A whole title in normal form, to tell whether two titles may be one film's.</summary>
/// <remarks>Case, diacritics, punctuation, spaces, a leading article, "&amp;" and "and", digits, number words and
/// Roman numerals, the ways to write "No. 7", masked letters, romanisations and the name of a cut do not count; sequel
/// numbers do. Linear in the length of the title.</remarks>
public sealed class TitleForm
{
    // A title of more parts is none; the further ones count as words of the last.
    private const int MaxEnds = 8;

    private readonly string[] words;
    private readonly string[] sounds;
    private readonly int[] ends;
    private readonly string lastSegment;

    private TitleForm(string[] words, string[] sounds, int[] ends, int other, string article, int? year, string symbols)
    {
        this.words = words;
        this.sounds = sounds;
        this.ends = ends;
        Article = article;
        Year = year;
        Whole = words.Length > 0 ? Compact.Join(words) : symbols;
        Sound = words.Length > 0 ? Compact.Join(sounds) : symbols;
        Starts = [.. ends.Where(end => end < words.Length).Select(end => Compact.Join(sounds.AsSpan(0, end)))];
        lastSegment = ends.Length > 1 ? Compact.Join(sounds.AsSpan(ends[^2])) : "";
        (First, Other) = (Sound, null);
        if (other > 0)
        {
            var begin = other + (other + 1 < words.Length && TitleNormalForm.IsArticle(words[other]) ? 1 : 0);
            (First, Other) = (Compact.Join(sounds.AsSpan(0, other)), Compact.Join(sounds.AsSpan(begin)));
        }
    }

    /// <summary>All words without the leading article, joined; the symbols of a title that has no words. Never empty.</summary>
    public string Whole { get; }

    /// <summary>The leading article, or an empty text.</summary>
    public string Article { get; }

    /// <summary>The year in brackets behind the title, <c>Ember (1982)</c>, or null.</summary>
    public int? Year { get; }

    /// <summary>As <see cref="Whole"/>, in one of the romanisations and spellings that its language has for its sounds.</summary>
    internal string Sound { get; }

    /// <summary>The title that stands first where two are written together, <c>Ember (The Long Way)</c>; else the whole.</summary>
    internal string First { get; }

    /// <summary>The second title where two are written together, in brackets or behind a slash or "a.k.a.", or null.</summary>
    internal string? Other { get; }

    /// <summary>As <see cref="Sound"/>, without the last subtitles, shortest first: what a shorter way of writing it may be.</summary>
    public ImmutableArray<string> Starts { get; }

    /// <summary>The title proper, without any subtitle: what all titles that may be one film's have in common.</summary>
    public string Main => Starts.Length > 0 ? Starts[0] : Sound;

    /// <summary>The normal form of a title.</summary>
    public static TitleForm Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var (folded, year) = BracketedYear.TakeOff(MaskedWords.WrittenOut(Folding.Fold(ScientificRussian.Usual(title)).Trim()));
        var segments = SecondTitle.Apart(TitleScanner.Scan(SecondTitle.Marked(folded)));
        if (segments.Count > 1 && Asides.IsCut(segments[^1]))
        {
            segments.RemoveAt(segments.Count - 1);
        }

        var article = segments.Count > 0 ? TitleNormalForm.TakeArticle(segments[0]) : "";
        var (words, sounds, ends) = (new List<string>(), new List<string>(), new List<int>());
        var other = SecondTitle.Among(segments);
        var otherAt = 0;
        for (var at = 0; at < segments.Count; at++)
        {
            otherAt = at == other ? words.Count : otherAt;
            var segment = TitleNormalForm.WordsOf(segments[at]);

            // "Ember Part 2" ends, as "Ember: Part 2" does, before the part.
            if (segment.Count > 2 && TitleNormalForm.IsPartWord(segment[^2]) && char.IsAsciiDigit(segment[^1][0]))
            {
                ends.Add(words.Count + segment.Count - 2);
            }

            words.AddRange(segment);
            sounds.AddRange(TitleSound.Of(segment));
            ends.Add(words.Count);
        }

        return new TitleForm([.. words], [.. sounds], [.. ends.Take(MaxEnds - 1).Append(words.Count).Distinct()], otherAt, article, year, Symbols(folded));
    }

    /// <summary>How this title stands to another; symmetric.</summary>
    public TitleRelation To(TitleForm other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Sound == other.Sound)
        {
            return Article == other.Article ? TitleRelation.Same : TitleRelation.OtherArticle;
        }

        if (IsOneOf(other) || other.IsOneOf(this) || (Other == other.First && First == other.Other))
        {
            return TitleRelation.Same;
        }

        if (lastSegment.Length > 0 && lastSegment == other.lastSegment && Main == other.Main && !EndsInPart())
        {
            return TitleRelation.Same;
        }

        var (longer, shorter) = words.Length > other.words.Length ? (this, other) : (other, this);
        return longer.GoesOnFrom(shorter) ? TitleRelation.Subtitle : TitleRelation.Different;
    }

    /// <inheritdoc/>
    public override string ToString() => Whole;

    private bool IsOneOf(TitleForm two) => two.Other is not null && Other is null && (Sound == two.First || Sound == two.Other);

    private bool GoesOnFrom(TitleForm shorter)
    {
        foreach (var end in ends)
        {
            if (end < words.Length && Compact.Join(sounds.AsSpan(0, end)) == shorter.Sound)
            {
                return !IsSequelOf(end);
            }
        }

        return false;
    }

    // What follows the title proper counts: "Part 2", "Chapter 3", "2". A first part may still be written without it.
    private bool IsSequelOf(int end)
    {
        if (IsAboveOne(words[end]) || IsAboveOne(words[^1]))
        {
            return true;
        }

        for (var at = end; at + 1 < words.Length; at++)
        {
            if (TitleNormalForm.IsPartWord(words[at]) && IsAboveOne(words[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsInPart() => words.Length > 1 && TitleNormalForm.IsPartWord(words[^2]);

    private static bool IsAboveOne(string word) =>
        decimal.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;

    private static string Symbols(string folded)
    {
        var symbols = string.Concat(folded.Where(c => !char.IsWhiteSpace(c)));
        return symbols.Length > 0 ? symbols : "untitled";
    }
}
