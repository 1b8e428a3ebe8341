using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>What holds of every reading, whatever the file.</summary>
internal static class ReadingCheck
{
    // A page whose tree shows less keeps its text in a script, if it has any.
    private const int MostOfEmptyPage = 400;

    /// <summary>What does not hold of a reading by itself; null when all does.</summary>
    public static Fault? Of(ReviewReading reading, ReadingLimits limits) => reading.Rejection is { } rejection
        ? OfRejection(rejection)
        : OfArticle(reading.Article!, limits)
            ?? OfFilms(reading.Article!, reading.Films, limits)
            ?? OfStrings(reading.Article, "article")
            ?? OfStrings(reading.Films, "films")
            ?? OfJson(reading)
            ?? OfMerge(reading);

    /// <summary>What does not hold of a reading beside its file, or beside another reading of it.</summary>
    public static Fault? Again(ReadOnlyMemory<byte> file, ReviewReading reading, ReviewReading again)
    {
        if (!Json(reading).AsSpan().SequenceEqual(Json(again)))
        {
            return new Fault("the same bytes give the same reading", "two readings of one file differ");
        }

        if (reading.Article is not { } article || PageReader.Read(file, ReadingLimits.Default).Page is not { } page)
        {
            return null;
        }

        var shown = Letters(VisibleText.Of(page.Document.DocumentNode, int.MaxValue));
        var most = shown < MostOfEmptyPage ? Math.Max(shown, page.Scripts.Sum(script => Letters(script.Text.Span))) : shown;
        return Letters(article.Text) is var letters && letters > most
            ? new Fault("no article is longer than what its page shows", $"{letters} letters of {most}")
            : null;
    }

    private static Fault? OfRejection(Rejection rejection) =>
        !rejection.Advice.EndsWith('.') ? new Fault("a rejection has advice", rejection.Advice) : OfStrings(rejection, "rejection");

    private static Fault? OfArticle(Article article, ReadingLimits limits)
    {
        var text = article.Text;
        if (text.Length == 0 || text.Length > limits.MaxTextLength || text.Trim().Length != text.Length || text.Contains("\n\n\n", StringComparison.Ordinal))
        {
            return new Fault("an article's text is trimmed paragraphs", $"{text.Length} characters, {text.Trim().Length} of them within");
        }

        var last = 0;
        foreach (var span in article.Spans)
        {
            if (span.Start < last || span.End <= span.Start || span.End > text.Length)
            {
                return new Fault("spans stand in the text, in order", $"{span} of {text.Length}, after {last}");
            }

            last = span.Start;
        }

        return null;
    }

    private static Fault? OfFilms(Article article, ImmutableArray<FilmStatements> films, ReadingLimits limits)
    {
        // Beside those that are counted, each film has its title and the year of the headline.
        if (films.Sum(film => film.Statements.Length) is var all && all > limits.MaxStatements + (2 * films.Length))
        {
            return new Fault("the number of statements is bounded", $"{all}");
        }

        foreach (var film in films)
        {
            if (film.Title.Length == 0 || !film.Statements.Any(statement => statement is TitleStatement))
            {
                return new Fault("every film has a title", $"'{film.Title}' with {film.Statements.Length} statements");
            }

            foreach (var statement in film.Statements)
            {
                var (text, start, end) = statement.Quote;
                if (start is null != end is null
                    || (start is { } from && (from < 0 || end < from || end > article.Text.Length || article.Text[from..end!.Value] != text)))
                {
                    return new Fault("quotes stand in the text at their offsets", $"{statement}");
                }

                if (statement.Confidence is not (>= 0 and <= 1))
                {
                    return new Fault("confidences are between 0 and 1", $"{statement}");
                }
            }
        }

        return null;
    }

    private static Fault? OfStrings(object? value, string path)
    {
        foreach (var (where, text) in Strings.Of(value, path))
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                }
                else if (char.IsSurrogate(text[i]))
                {
                    return new Fault($"no halves of surrogate pairs in {where}", $"U+{(int)text[i]:X4} at {i} of '{text}'");
                }
                else if (char.IsControl(text[i]) && !(text[i] == '\n' && (where is "article.Text" || where.EndsWith("Quote.Text", StringComparison.Ordinal) || where.EndsWith("Sources.Quote", StringComparison.Ordinal))))
                {
                    return new Fault($"no control characters in {where}", $"U+{(int)text[i]:X4} at {i} of '{text}'");
                }
            }
        }

        return null;
    }

    private static Fault? OfJson(ReviewReading reading)
    {
        var json = Json(reading);
        var cut = JsonSerializer.SerializeToUtf8Bytes(reading.Article!, CoreJson.Instance.Article).Length;
        var read = ReviewReading.Of(
            JsonSerializer.Deserialize(json.AsSpan(0, cut), CoreJson.Instance.Article)!,
            JsonSerializer.Deserialize(json.AsSpan(cut), CoreJson.Instance.ImmutableArrayFilmStatements));
        return json.AsSpan().SequenceEqual(Json(read)) ? null : new Fault("what is read goes to JSON and back", "the JSON differs");
    }

    private static Fault? OfMerge(ReviewReading reading)
    {
        var evidence = reading.Films.Select(film => new Evidence("a.html", reading.Article!.PublishedOn, film)).ToList();
        var profiles = FilmMerge.Merge(evidence);
        evidence.Reverse();
        var turned = FilmMerge.Merge(evidence.Concat(evidence));
        return profiles.Select(Json).SequenceEqual(turned.Select(Json), StringComparer.Ordinal)
            ? OfStrings(profiles, "profiles")
            : new Fault("profiles do not depend on order and repetition", $"{profiles.Length} profiles, {turned.Length} turned round");
    }

    private static byte[] Json(ReviewReading reading) => reading.Article is { } article
        ? [.. JsonSerializer.SerializeToUtf8Bytes(article, CoreJson.Instance.Article), .. JsonSerializer.SerializeToUtf8Bytes(reading.Films, CoreJson.Instance.ImmutableArrayFilmStatements)]
        : JsonSerializer.SerializeToUtf8Bytes($"{reading.Rejection}");

    private static string Json(FilmProfile profile) => JsonSerializer.Serialize(profile, CoreJson.Instance.FilmProfile);

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters;
    }
}
