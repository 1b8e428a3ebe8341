using System.Collections.Frozen;
using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Structured;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// Credits that stand in the text itself: labelled ("Genre: thriller", "Release date - 3 June 2016") or as sentences that hold
/// nothing else ("Ruritania / Sylvania 1971. Certificate 15, 95 mins.").
/// </summary>
internal sealed class CreditTextRecogniser : IRecogniser
{
    private const int LongestLabel = 3;
    private const int LongestValue = 40;
    private const int LongestCredits = 40;
    private static readonly FrozenSet<string> Codes = new[] { "u", "pg", "pg-13", "r", "nc-17", "g", "m", "x", "a", "aa", "12", "12a", "13", "14", "14a", "15", "15a", "16", "18", "18a", "k", "s", "uc", "tba", "tbc", "unrated", "nr", "n/a", "suitable", "exempt" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var sentence in reading.Prose.Sentences)
        {
            if (reading.Focus.DefaultAt(sentence.First) is not { } film)
            {
                continue;
            }

            foreach (var found in Labelled(reading, sentence, film).Concat(sentence.Last - sentence.First <= LongestCredits ? Bare(reading, sentence, film) : []))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Found> Labelled(Reading reading, Sentence sentence, Film film)
    {
        var tokens = reading.Prose.Tokens;
        var chained = -1;
        for (var at = sentence.First; at < sentence.Last;)
        {
            if (!(at == sentence.First || at == chained || tokens[at - 1].Lower is "|" or "\u2022" or "\u00b7" or ";" or "*") || Label(reading, at, sentence) is not { } label)
            {
                at++;
                continue;
            }

            // The value reaches to the next label.
            var end = label.Value;
            (string Kind, string Text, int Value)? next = null;
            while (end < sentence.Last && end - label.Value < LongestValue && tokens[end].Lower is not ("|" or "\u2022" or "\u00b7" or ";") && (end == label.Value || (next = Label(reading, end, sentence)) is null))
            {
                end++;
            }

            foreach (var statement in label.Kind is "country" or "genre" or "year" or "release" or "runtime" ? CreditLineFacts.Of(new CreditLine(label.Text, reading.Prose.Slice(label.Value, end).TrimEnd('.', ' '))) : [])
            {
                if (statement is not GenreStatement genre || EndsInGenre(genre.Genre))
                {
                    yield return new Found(film, label.Value, statement with { Quote = reading.Prose.QuoteOf(at) });
                }
            }

            at = chained = Math.Max(end, at + 1);
        }
    }

    private static bool EndsInGenre(string text)
    {
        var words = Tokeniser.Read(text);
        return Enumerable.Range(0, words.Count).Any(k => Phrases.Genres.TryFind(words, k, words.Count, out var genre, out var end) && end == words.Count && !genre.IsNeutral);
    }

    private static (string Kind, string Text, int Value)? Label(Reading reading, int at, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if (tokens[at].Kind != TokenKind.Word || !(tokens[at].IsCapital || at == sentence.First))
        {
            return null;
        }

        for (var k = at + 1; k < sentence.Last && k - at <= LongestLabel; k++)
        {
            var isDash = tokens[k].Is("-") && tokens[k].AfterSpace && at == sentence.First && (sentence.First == 0 || reading.Prose.Sentences[reading.Prose.SentenceOf[sentence.First - 1]].Paragraph != sentence.Paragraph);
            if (k + 1 < sentence.Last && (tokens[k].Is(":") || isDash))
            {
                var text = reading.Prose.Slice(at, k);
                return CreditLineFacts.KindOf(text) is { } kind ? (kind, text, k + 1) : null;
            }

            if (tokens[k].Kind != TokenKind.Word && tokens[k].Lower is not ("(" or ")"))
            {
                return null;
            }
        }

        return null;
    }

    private static IEnumerable<Found> Bare(Reading reading, Sentence sentence, Film film)
    {
        var tokens = reading.Prose.Tokens;
        var countries = new List<string>();
        var genres = new List<string>();
        int? year = null;
        int? minutes = null;
        var isShort = false;
        var hasCode = false;
        var hasSlash = false;
        for (var at = sentence.First; at < sentence.Last;)
        {
            if (RunningTime.Read(tokens, at, sentence.Last, out var length, out var end) && minutes is null)
            {
                minutes = length;
                isShort = tokens[end - 1].Lower is not ("minutes" or "hours");
                at = end;
            }
            else if (Code(tokens, at, sentence.Last) is var afterCode && afterCode > at)
            {
                hasCode = true;
                at = afterCode;
            }
            else if (tokens[at].IsYear(out var made) && year is null)
            {
                year = made;
                at++;
            }
            else if (tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, sentence.Last, out var country, out end) && CountryName.IsNoun(tokens, at, end, country))
            {
                countries.Add(country);
                hasSlash |= end < sentence.Last && tokens[end].Is("/");
                at = end;
            }
            else if (Phrases.Genres.TryFind(tokens, at, sentence.Last, out var genre, out end) && !genre.IsNeutral)
            {
                genres.Add(genre.Name);
                at = end;
            }
            else if (tokens[at].Lower is "color" or "colour" or "b&w" or "unrated" or "subtitled" or "subtitles" or "mono" or "stereo" || (tokens[at].Is("not") && at + 1 < sentence.Last && tokens[at + 1].Is("rated")))
            {
                hasCode = true;
                at += tokens[at].Is("not") ? 2 : 1;
            }
            else if (tokens[at].Lower is "," or "/" or "|" or "-" or "\u2022" or "\u00b7" or ";" or "." or "(" or ")" or "[" or "]" or "and" or "&" or "*")
            {
                at++;
            }
            else
            {
                yield break;
            }
        }

        var kinds = (countries.Count > 0 ? 1 : 0) + (genres.Count > 0 ? 1 : 0) + (year is null ? 0 : 1) + (minutes is null ? 0 : 1) + (hasCode ? 1 : 0);
        if (minutes is null ? !hasSlash && !(hasCode && kinds >= 2) && kinds < 3 : kinds < 2 && !isShort && !IsAmongCredits(reading, sentence))
        {
            yield break;
        }

        var quote = reading.Prose.QuoteOf(sentence.First);
        if (minutes is >= 40 and <= 600)
        {
            yield return new Found(film, sentence.First, new RuntimeStatement(minutes.Value, quote, 0.92));
        }

        if (year is { } stated && (countries.Count > 0 || minutes is not null))
        {
            yield return new Found(film, sentence.First, new YearStatement(stated, quote, 0.9));
        }

        foreach (var country in countries.Distinct())
        {
            yield return new Found(film, sentence.First, new CountryStatement(country, quote, 0.9));
        }

        foreach (var genre in genres.Distinct().Where(_ => kinds >= 2))
        {
            yield return new Found(film, sentence.First, new GenreStatement(genre, quote, 0.88));
        }
    }

    // "113 minutes." before or behind "Directed by Jane Roe."
    private static bool IsAmongCredits(Reading reading, Sentence sentence)
    {
        var index = reading.Prose.SentenceOf[sentence.First];
        foreach (var other in new[] { index - 1, index + 1 })
        {
            if (other >= 0 && other < reading.Prose.Sentences.Count && reading.Prose.Sentences[other] is var beside && beside.Paragraph == sentence.Paragraph
                && reading.Prose.Tokens[beside.First].Lower is "rated" or "certificate" or "cert" or "directed" or "written" or "starring" or "cast" or "director" or "screenplay" or "produced" or "dir" or "dir.")
            {
                return true;
            }
        }

        return false;
    }

    // "Certificate 12A", "Cert: 15", "Rated R", "15 cert".
    private static int Code(List<Token> tokens, int at, int limit)
    {
        if (tokens[at].Lower is "certificate" or "cert" or "cert." or "rated" or "rating")
        {
            var code = at + 1;
            code += code < limit && tokens[code].Lower is ":" or "." ? 1 : 0;
            return code < limit && CodeEnd(tokens, code, limit) is var end && end > code ? end : at;
        }

        return CodeEnd(tokens, at, limit) is var after && after > at && after < limit && tokens[after].Lower is "cert" or "certificate" or "cert." ? after + 1
            : after > at && tokens[at].Kind == TokenKind.Word && tokens[at].Lower is "pg" or "pg-13" or "nc-17" ? after : after > at + 1 ? after : at;
    }

    private static int CodeEnd(List<Token> tokens, int at, int limit)
    {
        if (at >= limit || !Codes.Contains(tokens[at].Lower.TrimEnd('.')))
        {
            return at;
        }

        // "12A" is a number and a letter.
        return at + 1 < limit && tokens[at].Kind == TokenKind.Number && !tokens[at + 1].AfterSpace && tokens[at + 1].Lower is "a" ? at + 2 : at + 1;
    }
}
