using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests;

/// <summary>
/// Pages that say things about films in so many words, one statement per line, and a reader of them: what is tested here is
/// what becomes of statements, not how they are recognised.
/// </summary>
/// <example><code>
/// film: Ember Road
/// year: 1999
/// director: Ada Quill
/// aka: Glutstrasse
/// id: imdb tt0000001
/// cast: Bo Lind as Reed
/// </code></example>
internal static class Pages
{
    public static Reader Reader { get; } = new(1, Read);

    public static Reader ReaderOf(int version) => new(version, Read);

    /// <summary>Reads a page; one without the word <c>film</c> is no review, one with <c>mention</c> merely mentions it.</summary>
    private static ReviewReading Read(ReadOnlyMemory<byte> file, ReadingLimits limits)
    {
        var text = Encoding.UTF8.GetString(file.Span);
        var films = ImmutableArray.CreateBuilder<FilmStatements>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var (word, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 2)..]);
            var quote = new Quote(line, at, at + line.Length);
            if (word is "film" or "mention")
            {
                films.Add(new FilmStatements(value, word == "film", [new TitleStatement(value, quote, 0.9)]));
            }
            else if (films.Count > 0 && Statement(word, value, quote) is { } statement)
            {
                films[^1] = films[^1] with { Statements = films[^1].Statements.Add(statement) };
            }

            at += line.Length + 1;
        }

        return films.Count == 0
            ? ReviewReading.Of(new Rejection(RejectionReason.NoArticle, "The page says nothing of films."))
            : ReviewReading.Of(
                new Article { Title = $"About {films[0].Title}", Text = text, PublishedOn = new DateOnly(2020, 5, 1) },
                films.ToImmutable());
    }

    private static Statement? Statement(string word, string value, Quote quote) => word switch
    {
        "year" => new YearStatement(int.Parse(value, CultureInfo.InvariantCulture), quote, 0.9),
        "aka" => new AlternateTitleStatement(value, quote, 0.9),
        "country" => new CountryStatement(value, quote, 0.9),
        "genre" => new GenreStatement(value, quote, 0.9),
        "director" => new DirectorStatement(value, quote, 0.9),
        "writer" => new WriterStatement(value, quote, 0.9),
        "runtime" => new RuntimeStatement(int.Parse(value, CultureInfo.InvariantCulture), quote, 0.9),
        "released" => new ReleaseDateStatement(DateOnly.Parse(value, CultureInfo.InvariantCulture), null, quote, 0.9),
        "id" when value.Split(' ') is [var source, var id] => new ExternalIdStatement(source, id, quote, 0.9),
        "cast" when value.Split(" as ") is [var person, var character] => new CastStatement(person, character, quote, 0.9),
        "cast" => new CastStatement(value, null, quote, 0.9),
        _ => null,
    };
}
