using System.Buffers;
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
    private const int MostQuoted = 4_000;

    private static readonly SearchValues<char> Suspicious =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsControl(c) || char.IsSurrogate(c))]);

    /// <summary>What does not hold of a reading by itself; null when all does.</summary>
    public static Fault? Of(ReviewReading reading, ReadingLimits limits) => reading.Rejection is { } rejection
        ? OfRejection(rejection)
        : OfArticle(reading.Article!, limits)
            ?? OfFilms(reading.Article!, reading.Films, limits)
            ?? OfStrings(reading.Article, "article")
            ?? OfStrings(reading.Films, "films")
            ?? OfStrings(FilmMerge.Merge(EvidenceOf(reading)), "profiles");

    /// <summary>What does not hold of a reading beside its file, or beside another reading of it.</summary>
    public static Fault? Again(ReadOnlyMemory<byte> file, ReviewReading reading, ReviewReading again)
    {
        if (!Json(reading).SequenceEqual(Json(again)))
        {
            return new Fault("the same bytes give the same reading", "two readings of one file differ");
        }

        if (reading.IsReview && (OfJson(reading) ?? OfMerge(reading)) is { } fault)
        {
            return fault;
        }

        if (reading.Article is not { } article || PageReader.Read(file, ReadingLimits.Default).Page is not { } page)
        {
            return null;
        }

        // Pages that keep their text in a script show it by that script.
        var shown = Letters(VisibleText.Of(page.Document.DocumentNode, int.MaxValue));
        var most = Math.Max(shown, page.Scripts.Sum(script => Letters(script.Text.Span)));
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

                // Each of thousands of statements may quote the same sentence.
                if (text.Length > MostQuoted && start is not null && text.Contains(' ', StringComparison.Ordinal))
                {
                    return new Fault("quotes are short", $"{text.Length} characters");
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
        foreach (var (where, text) in Strings.Of(value, path).Where(one => one.Text.AsSpan().ContainsAny(Suspicious)))
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
        var article = Json(writer => JsonSerializer.Serialize(writer, reading.Article!, CoreJson.Instance.Article));
        var films = Json(writer => JsonSerializer.Serialize(writer, reading.Films, CoreJson.Instance.ImmutableArrayFilmStatements));
        var read = ReviewReading.Of(
            JsonSerializer.Deserialize(article, CoreJson.Instance.Article)!,
            JsonSerializer.Deserialize(films, CoreJson.Instance.ImmutableArrayFilmStatements));
        return Json(reading).SequenceEqual(Json(read)) ? null : new Fault("what is read goes to JSON and back", "the JSON differs");
    }

    private static Fault? OfMerge(ReviewReading reading)
    {
        var evidence = EvidenceOf(reading);
        var profiles = FilmMerge.Merge(evidence);
        evidence.Reverse();
        var turned = FilmMerge.Merge(evidence.Concat(evidence));
        return profiles.Length == turned.Length && Enumerable.Range(0, profiles.Length).All(at => Json(profiles[at]).SequenceEqual(Json(turned[at])))
            ? null
            : new Fault("profiles do not depend on order and repetition", $"{profiles.Length} profiles, {turned.Length} turned round");
    }

    private static List<Evidence> EvidenceOf(ReviewReading reading) =>
        [.. reading.Films.Select(film => new Evidence("a.html", reading.Article!.PublishedOn, film))];

    private static ReadOnlySpan<byte> Json(ReviewReading reading) => Json(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue($"{reading.Rejection}");
        if (reading.Article is { } article)
        {
            JsonSerializer.Serialize(writer, article, CoreJson.Instance.Article);
            JsonSerializer.Serialize(writer, reading.Films, CoreJson.Instance.ImmutableArrayFilmStatements);
        }

        writer.WriteEndArray();
    });

    private static ReadOnlySpan<byte> Json(FilmProfile profile) => Json(writer => JsonSerializer.Serialize(writer, profile, CoreJson.Instance.FilmProfile));

    // Not through the serializer's own buffers: those are kept, and memory is looked at.
    private static ReadOnlySpan<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan;
    }

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
