using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Sentences about something else than the film: its stage version, the trailer, a planned sequel, the industry.</summary>
internal static class OtherThings
{
    private const int LongestSubject = 12;

    private const int LongestRow = 40;

    private static readonly PhraseTable<bool> Nouns = Load();

    /// <summary>What was found, without what such sentences say of casts, makers and dates.</summary>
    public static List<Found> Drop(Reading reading, List<Found> found)
    {
        var isOther = new Dictionary<int, bool>();
        return found.FindAll(f => !IsOfTheFilm(f.Statement) || f.Token >= reading.Prose.Tokens.Count || f.Statement.Quote.Start is null || !IsOther(reading, isOther, f));
    }

    private static bool IsOfTheFilm(Statement statement) =>
        statement is CastStatement or DirectorStatement or WriterStatement or RuntimeStatement or ReleaseDateStatement;

    private static bool IsOther(Reading reading, Dictionary<int, bool> known, Found found)
    {
        var sentence = reading.Prose.SentenceOf[found.Token];
        var start = ClauseStart(reading, reading.Prose.Sentences[sentence].First, found.Token);
        if (!known.TryGetValue(start, out var isOther))
        {
            known[start] = isOther = IsOther(reading, start, reading.Prose.Sentences[sentence].Last);
        }

        return isOther || IsOfAnotherYear(reading, start, found) || (found.Statement is CastStatement && IsOfUnknownTitle(reading, start, found.Token));
    }

    // "would later direct a sequel, Hour of the Mill starring Jane Roe as X": a title that the article does not know for a film.
    private static bool IsOfUnknownTitle(Reading reading, int first, int token)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = token; at > first && token - at <= LongestRow; at--)
        {
            if (!tokens[at].Is("starring"))
            {
                continue;
            }

            var start = reading.Titles.Start(at, first);
            return at - start >= 3 && !reading.Focus.MentionEndsAt(at) && start > first && tokens[start - 1].Lower is not ("by" or "and" or "from")
                && Enumerable.Range(start + 1, at - start - 1).Any(k => tokens[k].IsLowerWord);
        }

        return false;
    }

    // "the 2007 sequel was directed by": a film of another year than the one spoken of.
    private static bool IsOfAnotherYear(Reading reading, int first, Found found)
    {
        var tokens = reading.Prose.Tokens;
        for (var k = found.Token - 1; k > first && found.Token - k <= LongestSubject; k--)
        {
            if (tokens[k].Lower is "sequel" or "remake" or "version" or "original" or "prequel" or "adaptation" or "film" && tokens[k - 1].IsYear(out var year))
            {
                return found.Film.HeadlineYear is { } own && own != year;
            }
        }

        return false;
    }

    // A semicolon parts sentences as a full stop does.
    private static int ClauseStart(Reading reading, int first, int token)
    {
        for (var k = token; k > first; k--)
        {
            if (reading.Prose.Tokens[k - 1].Is(";"))
            {
                return k;
            }
        }

        return first;
    }

    private static bool IsOther(Reading reading, int first, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var k = first;
        k += k < limit && tokens[k].Lower is "and" or "but" or "so" or "yet" ? 1 : 0;
        var isOther = false;
        if (k < limit && tokens[k].Lower is "in" or "on" or "at" or "from")
        {
            // "On the radio, ...".
            var end = k + 1;
            while (end < limit && end - k < LongestSubject && !tokens[end].Is(",") && !(tokens[end].IsLowerWord && Words.Verbs.Contains(tokens[end].Lower)))
            {
                end++;
            }

            if (end >= limit || Says(reading, k + 1, end))
            {
                return end < limit;
            }

            if (!tokens[end].Is(","))
            {
                return false;
            }

            k = end + 1; // "In the same year, a television drama ..."
        }

        if (k < limit && (tokens[k].Lower.EndsWith("ing", StringComparison.Ordinal) || tokens[k].Lower.EndsWith("ed", StringComparison.Ordinal)))
        {
            return false; // "Adapting the novel, Jane Roe ...": the subject comes behind.
        }

        for (var end = k; end < limit && end - k < LongestSubject; end++)
        {
            if (tokens[end].Is(",") || (end > k && tokens[end].IsLowerWord && (Words.Verbs.Contains(tokens[end].Lower) || tokens[end].Lower is "starring" or "which" or "that" or "who" or "where" or "by" or "with" or "on" or "based" or "directed" or "written" or "adapted" or "adapts" or "cost" or "made" or "sold" or "ran" or "opens" or "opened" or "grossed")))
            {
                // "A loose adaptation of the novel, the film ...": an apposition in front.
                return !(tokens[end].Is(",") && (reading.Slots.References.ContainsKey(end + 1) || (end + 1 < limit && tokens[end + 1].Is("it")))) && Says(reading, k, end);
            }

            if (end + 2 < limit && tokens[end].Lower is "began" or "started" && Nouns.TryFind(tokens, end, limit, out _, out _))
            {
                isOther = true;
            }
        }

        return isOther;
    }

    // Whether a noun phrase means another thing; not where it names the film itself.
    private static bool Says(Reading reading, int first, int end)
    {
        var tokens = reading.Prose.Tokens;
        var says = false;
        for (var k = first; k < end; k++)
        {
            if (reading.Slots.References.ContainsKey(k))
            {
                return false;
            }

            // Not "the studio's film", "the book club": the noun is the head of its phrase.
            says |= Nouns.TryFind(tokens, k, end, out _, out var last) && tokens[last - 1].IsLowerWord && (last >= end || !tokens[last].IsLowerWord || Words.Blockers.Contains(tokens[last].Lower)) && !(last < end && tokens[last].Is("'s"));
            says |= k > first && tokens[k].Is("version") && (tokens[k - 1].IsYear(out _) || tokens[k - 1].Lower.EndsWith("-language", StringComparison.Ordinal));
        }

        return says;
    }

    private static PhraseTable<bool> Load()
    {
        var table = new PhraseTable<bool>();
        foreach (var (_, rest) in DataFile.Labelled("other-things.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, true);
            }
        }

        return table;
    }
}
