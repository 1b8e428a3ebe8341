using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Directors by what they do: "Jane Roe turns the premise into", "Roe lets scenes run", "Roe's staging".</summary>
/// <remarks>Read only of a film whose director nothing else tells, and never of those who act, write music or stand in the story.</remarks>
internal sealed class MakerRecogniser : IRecogniser
{
    private const int MostReferences = 40;
    private const int Enough = 2;
    private const int MostWordsToObject = 9;
    private const int MostWordsBetween = 3;
    private const double Once = 0.8;
    private const double Often = 0.84;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = DataFile.LabelledWords("makers.txt");
    private static readonly FrozenSet<string> Acts = DataFile.LabelledWords("possessives.txt")["acts"];

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var directed = known.Where(f => f.Statement is DirectorStatement).Select(f => f.Film).ToHashSet();
        var subjects = reading.Films.Films.Where(f => f.IsSubject && !directed.Contains(f)).ToHashSet();
        if (subjects.Count == 0)
        {
            return [];
        }

        var no = NoMakers(reading, known);
        var signs = new Dictionary<(Film Film, string Person), (int Weight, int Token)>();
        foreach (var span in reading.Names.Spans)
        {
            if (reading.Focus.MentionAt(span.First) is null && reading.Names.CouldBePerson(span) && FullName(reading, span) is { } person && !no.Contains(LastWord(person))
                && Weigh(reading, span) is > 0 and var sign && Math.Min(sign, IsFirstName(span, reading) ? 1 : Enough) is var weight && FilmOf(reading, span) is { } film && subjects.Contains(film) && !IsInTitle(film, person))
            {
                var before = signs.GetValueOrDefault((film, person), (0, span.First));
                signs[(film, person)] = (before.Item1 + weight, before.Item2);
            }
        }

        return signs.GroupBy(s => s.Key.Film).SelectMany(group => Best(reading, group.OrderByDescending(s => s.Value.Weight).Select(s => (s.Key.Film, s.Key.Person, s.Value.Weight, s.Value.Token)).ToList()));
    }

    // Somebody without a rival of about the same weight.
    private static IEnumerable<Found> Best(Reading reading, List<(Film Film, string Person, int Weight, int Token)> signs)
    {
        var headline = reading.Article.Title ?? "";
        signs = [.. signs.Select(s => s with { Weight = s.Weight + (headline.Contains(s.Person, StringComparison.OrdinalIgnoreCase) ? 1 : 0) }).OrderByDescending(s => s.Weight)];
        var best = signs[0];
        if (best.Weight >= Enough && (signs.Count == 1 || signs[1].Weight * 2 <= best.Weight))
        {
            yield return new Found(best.Film, best.Token, new DirectorStatement(best.Person, reading.Prose.QuoteOf(best.Token), best.Weight >= 2 * Enough ? Often : Once));
        }
    }

    // The one name of several words that a name means.
    private static string? FullName(Reading reading, NameSpan span)
    {
        var name = PersonName.Of(reading.Prose, span);
        return span.Parts > 1 ? name : reading.Named.ByPart.GetValueOrDefault(name) is { Count: 1 } one ? one.Single() : reading.Named.ByPart.ContainsKey(name) ? null : reading.FirstNames.Full(name);
    }

    // First names alone are those of characters as often as of directors.
    private static bool IsFirstName(NameSpan span, Reading reading) => span.Parts == 1 && !reading.Names.IsSurname(reading.Prose.Tokens[span.First].Lower);

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private static bool IsInTitle(Film film, string person) => film.Words.Contains(LastWord(person)) || film.OtherWords.Any(w => w.Contains(LastWord(person)));

    // A film that the sentence names beside the one spoken of may be whose director this is.
    private static Film? FilmOf(Reading reading, NameSpan span)
    {
        var film = reading.Focus.DefaultAt(span.First);
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]];
        return reading.Focus.Before(sentence, sentence.Last).Take(MostReferences).Any(r => r.Film is not null && r.Film != film) ? null : film;
    }

    // Those of whom the text says that they do something else, by their last names.
    private static HashSet<string> NoMakers(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        var no = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cast in known.Select(f => f.Statement).OfType<CastStatement>())
        {
            no.Add(LastWord(cast.Person));
            no.Add(cast.Character is { } character ? LastWord(character) : "");
        }

        foreach (var writer in known.Select(f => f.Statement).OfType<WriterStatement>())
        {
            no.Add(LastWord(writer.Person));
        }

        foreach (var span in reading.Names.Spans)
        {
            var before = span.First > 0 ? tokens[span.First - 1].Lower : "";
            var after = span.Last < tokens.Count ? tokens[span.Last].Lower : "";
            var isOther = before is "(" or "named" or "called" || (Words.IsOccupation(before) && !Cues["maker"].Contains(before) && !before.Contains("director", StringComparison.Ordinal)) || Acts.Contains(after)
                || (after is "'s" && HasWord(reading, span.Last + 1, 3, "never")) || (after is "," && IsOccupied(reading, span.Last + 1))
                || (after is "(" && reading.Names.At(span.Last + 1).Parts > 1) || (Words.PersonNouns.Contains(before) && !Cues["maker"].Contains(before));
            if (isOther)
            {
                no.Add(tokens[span.Last - 1].Lower);
            }
        }

        return no;
    }

    // ", the film's cinematographer".
    private static bool IsOccupied(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(at - 1);
        for (var k = at; k < limit && k - at < 5 && (tokens[k].Kind != TokenKind.Mark || tokens[k].Is("'s")) && tokens[k].Lower is not ("who" or "whose"); k++)
        {
            if (Words.IsOccupation(tokens[k].Lower))
            {
                return !Cues["maker"].Contains(tokens[k].Lower) && !tokens[k].Lower.Contains("director", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool HasWord(Reading reading, int from, int most, string cue)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(from - 1);
        for (var k = from; k < limit && k - from < most && (tokens[k].Kind != TokenKind.Mark || tokens[k].Lower is "," or "-"); k++)
        {
            if (Cues[cue].Contains(tokens[k].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static int Weigh(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(span.First);
        var at = span.Last;
        if (at >= limit)
        {
            return 0;
        }

        if (tokens[at].Is("'s"))
        {
            return HasWord(reading, at + 1, 3, "own") ? Enough : HasWord(reading, at + 1, 3, "weak") ? 1 : 0;
        }

        if (tokens[at].Lower is "film" or "movie" or "picture" && span.Parts > 1)
        {
            return 1;
        }

        return IsSubject(reading, span) ? OfVerb(reading, at, limit) : 0;
    }

    // A clause begins with the name, or with what the person is.
    private static bool IsSubject(Reading reading, NameSpan span)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[span.First]].First;
        var before = span.First - 1;
        before -= before >= first && Cues["maker"].Contains(tokens[before].Lower) ? 1 : 0;
        return before < first || Cues["before"].Contains(tokens[before].Lower) || (tokens[before].IsLowerWord && tokens[before].Lower.EndsWith("ly", StringComparison.Ordinal));
    }

    private static int OfVerb(Reading reading, int at, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var verb = at;
        if (tokens[at].Is(",") && Closing(tokens, at, limit) is > 0 and var close)
        {
            verb = close + 1; // "Jane Roe, who has made three films before, turns".
        }

        for (var from = verb; verb < limit && verb - from < MostWordsBetween && (Cues["between"].Contains(tokens[verb].Lower) || tokens[verb].Lower.EndsWith("ly", StringComparison.Ordinal));)
        {
            verb++;
        }

        if (verb >= limit)
        {
            return 0;
        }

        var word = tokens[verb].Lower;
        if (Cues["making"].Contains(word) || Cues["past"].Contains(word))
        {
            return Object(tokens, verb + 1, limit, Cues["making"].Contains(word) ? "craft" : "whole") == true ? Enough : 0;
        }

        if (Cues["either"].Contains(word))
        {
            return Object(tokens, verb + 1, limit, "sheer") switch { true => Enough, false => 0, _ => Object(tokens, verb + 1, limit, "craft") == true ? 1 : 0 };
        }

        return Cues["wants"].Contains(word) ? 1 : 0;
    }

    // Whether a word of craft is the object; false where a word of other crafts is.
    private static bool? Object(List<Token> tokens, int at, int limit, string cue)
    {
        for (var k = at; k < limit && k - at < MostWordsToObject && tokens[k].Lower is not (";" or "." or ":" or "("); k++)
        {
            if (Cues["never"].Contains(tokens[k].Lower) || (k + 1 < limit && tokens[k].Lower is "every" or "each" && tokens[k + 1].Lower is "scene" or "frame" or "shot"))
            {
                return false; // Those who light up every scene act.
            }

            if (Cues[cue].Contains(tokens[k].Lower))
            {
                return true;
            }
        }

        return null;
    }

    private static int Closing(List<Token> tokens, int comma, int limit)
    {
        for (var k = comma + 2; k + 1 < limit && k - comma <= 16; k++)
        {
            if (tokens[k].Is(","))
            {
                return k;
            }
        }

        return 0;
    }
}
