using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Directors by what is called theirs: "Jane Roe's wintry drama", "X, Jane Roe's portrait of", "Jane Roe's X".</summary>
/// <remarks>What is a star's is called theirs too, so that nobody who acts in the film counts, and none is sure.</remarks>
internal sealed class OwnerRecogniser : IRecogniser
{
    private const int MostModifiers = 9;
    private const int MostAdjectives = 6;
    private const double OfFilm = 0.85;
    private const double OfStory = 0.82;
    private const double OfTitle = 0.8;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Nouns = DataFile.LabelledWords("possessives.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        var authors = Authors(reading);
        var directors = known.Select(f => f.Statement).OfType<DirectorStatement>().Where(d => d.Confidence > OfFilm).Select(d => d.Person).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var directed = known.Where(f => f.Statement is DirectorStatement).Select(f => f.Film).ToHashSet();
        authors.ExceptWith(directors.Select(d => d[(d.LastIndexOf(' ') + 1)..].ToLowerInvariant()));
        foreach (var span in reading.Names.Spans)
        {
            if (span.Last + 1 >= tokens.Count || !tokens[span.Last].Is("'s") || reading.Prose.SentenceOf[span.Last + 1] != reading.Prose.SentenceOf[span.First]
                || !reading.Names.CouldBePerson(span) || (span.Parts == 1 && !reading.Names.IsSurname(tokens[span.First].Lower)) || reading.Focus.MentionAt(span.First) is not null)
            {
                continue;
            }

            if (!authors.Contains(tokens[span.Last - 1].Lower) && (OfNoun(reading, span) ?? (span.Parts > 1 ? OfNamed(reading, span, directed) : null)) is { } owned)
            {
                foreach (var person in Owners(reading, span))
                {
                    yield return new Found(owned.Film, span.First, new DirectorStatement(person, reading.Prose.QuoteOf(span.First), owned.Confidence));
                }
            }
        }
    }

    // "Jane Roe and John Doe's film", "Jane and Ada Roe's film".
    private static IEnumerable<string> Owners(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        if (span.First >= 2 && tokens[span.First - 1].Lower is "and" or "&")
        {
            var at = reading.Names.IndexFrom(span.First - 6);
            for (; at < reading.Names.Spans.Count && reading.Names.Spans[at].First < span.First; at++)
            {
                var other = reading.Names.Spans[at];
                if (other.Last == span.First - 1 && reading.Names.CouldBePerson(other))
                {
                    yield return BilledName.Of(reading.Prose, reading.Names, new Billing(other, default, -1, -1, other.Parts == 1 ? span : default), true);
                }
            }
        }

        yield return PersonName.Of(reading.Prose, span);
    }

    // Those who wrote what films are made from, and those who act: what is called theirs is not for that reason their film.
    private static HashSet<string> Authors(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        var authors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in reading.Names.Spans)
        {
            var isOwner = span.Last + 1 < tokens.Count && tokens[span.Last].Is("'s") && Enumerable.Range(span.Last + 1, Math.Min(4, tokens.Count - span.Last - 1)).TakeWhile(k => tokens[k].Kind != TokenKind.Mark && !Nouns["sure"].Contains(tokens[k].Lower) && !Words.Blockers.Contains(tokens[k].Lower)).Any(k => Nouns["source"].Contains(tokens[k].Lower) && !tokens[k].Is("story") && !tokens[k].Is("musical"));
            var isAuthor = span.First >= 2 && tokens[span.First - 1].Is("by") && Enumerable.Range(Math.Max(0, span.First - 4), Math.Min(3, span.First - 1)).Any(k => Nouns["source"].Contains(tokens[k].Lower) && !tokens[k].Is("story") && !tokens[k].Is("musical"));
            if (isOwner || isAuthor || (span.Last < tokens.Count && Nouns["acts"].Contains(tokens[span.Last].Lower)) || (span.First > 0 && tokens[span.First - 1].Lower is "author" or "novelist" or "playwright"))
            {
                authors.Add(tokens[span.Last - 1].Lower);
            }
        }

        return authors;
    }

    private static (Film Film, double Confidence)? OfNoun(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(span.First);
        var modifiers = 0;
        for (var k = span.Last + 1; k < limit && k - span.Last <= MostModifiers; k++)
        {
            var word = tokens[k].Lower;
            var isSure = Nouns["sure"].Contains(word) || word.EndsWith("-starrer", StringComparison.Ordinal);
            if ((isSure || Nouns["telling"].Contains(word)) && EndsPhrase(tokens, k + 1, limit))
            {
                return Owned(reading, span, k + 1, limit, isSure, modifiers);
            }

            if (Nouns["other"].Contains(word) || tokens[k].Lower is not ("," or "-" or "and" or "but" or "yet" or "/") && !IsModifier(tokens, k, limit))
            {
                return null;
            }

            modifiers += tokens[k].Kind == TokenKind.Mark || tokens[k].Lower is "and" or "but" or "yet" ? 0 : 1;
        }

        return null;
    }

    private static bool IsModifier(List<Token> tokens, int at, int limit) => tokens[at].Kind == TokenKind.Number
        || (tokens[at].IsLowerWord && !Words.Blockers.Contains(tokens[at].Lower) && !Nouns["source"].Contains(tokens[at].Lower))
        || Phrases.Countries.TryFind(tokens, at, limit, out _, out _) || Phrases.Genres.TryFind(tokens, at, limit, out _, out _)
        || (tokens[at] is { Kind: TokenKind.Word, IsCapital: true } && tokens[at].Lower.Contains('-', StringComparison.Ordinal));

    private static bool EndsPhrase(List<Token> tokens, int at, int limit) =>
        at >= limit || (!Nouns["noun"].Contains(tokens[at].Lower) && (NounPhrase.EndsAt(tokens, at, limit) || (tokens[at].IsLowerWord && tokens[at].Lower.EndsWith('s') && !Phrases.FilmNouns.TryFind(tokens, at, limit, out _, out _))));

    private static (Film Film, double Confidence)? Owned(Reading reading, NameSpan span, int after, int limit, bool isSure, int modifiers)
    {
        var tokens = reading.Prose.Tokens;
        var next = after;
        next += next < limit && tokens[next].Lower is "," or ":" ? 1 : 0;
        next += next < limit && tokens[next].Lower is "\"" or "'" ? 1 : 0;
        if (reading.Focus.MentionAt(next) is { } named && (next == after || isSure))
        {
            return (named.Film, isSure ? OfFilm : OfStory);
        }

        if (after < limit && (tokens[after].Lower is "\"" || (tokens[after].IsCapital && tokens[after].Kind == TokenKind.Word)))
        {
            return null; // A title that is no known film's.
        }

        var head = tokens[after - 1].Lower;
        var isTold = after < limit && Nouns["tells"].Contains(tokens[after].Lower);
        var isApposed = span.First > 1 && tokens[span.First - 1].Lower is "," or "-" or "(" && head is not ("story" or "romance" or "adventure" or "mystery" or "hit");
        if (!isSure && ((modifiers == 0 && !isApposed) || !isTold))
        {
            return null;
        }

        if (head is "debut" && !Enumerable.Range(span.Last + 1, after - span.Last - 2).Any(k => tokens[k].Lower is "feature" or "directorial" or "directing" or "film" or "feature-length"))
        {
            return null;
        }

        // "Jane Roe's second film was": told from after it.
        if (Enumerable.Range(span.Last + 1, after - span.Last - 1).Any(k => tokens[k].Lower is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "debut" or "short") && after < limit && IsPast(tokens[after]))
        {
            return null;
        }

        var start = Start(reading, span);
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]];
        if (start == sentence.First)
        {
            return reading.Focus.DefaultAt(span.First) is { } spoken ? (spoken, isSure ? OfFilm : OfStory) : null;
        }

        // "X, Jane Roe's portrait of": the film before it.
        if (tokens[start - 1].Lower is "," or "(" or "-" or "is" or "was")
        {
            var end = start - 1;
            end -= end > 0 && tokens[end - 1].Lower is "\"" or "'" ? 1 : 0;
            return reading.Focus.ReferenceBefore(end) is { IsPassing: false } reference && (reference.Film ?? reading.Focus.DefaultAt(start)) is { } film ? (film, isSure ? OfFilm : OfStory) : null;
        }

        // "In Jane Roe's new film", "but Jane Roe's film is".
        var isIn = tokens[start - 1].Lower is "in" or "with" or "for" or "at" && start - 1 == sentence.First;
        isIn |= isSure && after < limit && IsWithin(tokens, start - 1, sentence.First);
        var isClause = tokens[start - 1].Lower is "but" or "while" or "although" or "though" or "because" or "when" or "what" or ";" && after < limit && !IsPast(tokens[after]);
        return isSure && (isIn || isClause) && reading.Focus.DefaultAt(span.First) is { } meant ? (meant, OfStory) : null;
    }

    // "by the end of Jane Roe's film", "much to admire in Jane Roe's film": what is in a film is told of the one spoken of.
    private static bool IsWithin(List<Token> tokens, int at, int first)
    {
        if (at <= first)
        {
            return false;
        }

        if (tokens[at].Lower is "in" or "throughout" or "through" or "about" or "with")
        {
            return tokens[at - 1].IsLowerWord && !(tokens[at - 1].Lower is "as" or "than" or "like" or "role" or "part" or "seen" or "starred" or "appeared" or "was" or "be");
        }

        return tokens[at].Is("of") && Nouns["within"].Contains(tokens[at - 1].Lower);
    }

    // Where the owners' row starts: "Jane Roe and John Doe's".
    private static int Start(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        var start = span.First;
        if (start >= 2 && tokens[start - 1].Lower is "and" or "&")
        {
            for (var at = reading.Names.IndexFrom(start - 6); at < reading.Names.Spans.Count && reading.Names.Spans[at].First < start; at++)
            {
                if (reading.Names.Spans[at].Last == start - 1)
                {
                    return reading.Names.Spans[at].First;
                }
            }
        }

        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[start]].First;
        for (var k = start - 1; k >= first && start - k <= 3; k--)
        {
            if (!Words.IsOccupation(tokens[k].Lower) && !Phrases.Countries.TryFind(tokens, k, start, out _, out _))
            {
                break;
            }

            start = k;
        }

        return start;
    }

    private static bool IsPast(Token token) => token.Lower is "was" or "were" or "had" or "came" or "took" or "won" or "made" or "did" || (token.IsLowerWord && token.Lower.EndsWith("ed", StringComparison.Ordinal));

    // "Jane Roe's X": unless somebody else is said to have directed it, or the words before tell of a book.
    private static (Film Film, double Confidence)? OfNamed(Reading reading, NameSpan span, HashSet<Film> directed)
    {
        var tokens = reading.Prose.Tokens;
        var at = span.Last + 1;
        var limit = reading.Prose.LimitOf(span.First);
        while (at < limit && at - span.Last <= MostAdjectives && reading.Focus.MentionAt(at) is null && (tokens[at].Is(",") || (tokens[at].IsLowerWord && !Words.Blockers.Contains(tokens[at].Lower) && !Nouns["source"].Contains(tokens[at].Lower) && !Nouns["other"].Contains(tokens[at].Lower) && !Words.Verbs.Contains(tokens[at].Lower))))
        {
            at++; // "Jane Roe's slow, lovely X"
        }

        at += at < limit && tokens[at].Lower is "\"" or "'" ? 1 : 0;
        if (reading.Focus.MentionAt(at) is not { Film.IsSubject: true } mention)
        {
            return null;
        }

        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]];
        for (var k = span.First - 1; k >= sentence.First && span.First - k <= 6; k--)
        {
            if (tokens[k].Lower is "based" or "adaptation" or "adapted" or "version" or "inspired" or "novel" or "book" or "play" or "adapts" or "adapting" or "starring" or "featuring" or "actor" or "actress" or "star" or "produced" or "producer" or "writer" or "retelling" or "remake" or "like" or "than")
            {
                return null;
            }
        }

        return directed.Contains(mention.Film) ? null : (mention.Film, OfTitle);
    }
}
