using System.Collections.Frozen;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Directors and writers: phrasings, and verbs in a row before "by" ("written, produced and directed by").</summary>
internal sealed class CrewRecogniser : IRecogniser
{
    private const double Made = 0.87;
    private const double SureOfSubject = 0.83;
    private static readonly FrozenSet<string> MakingVerbs = DataFile.LabelledWords("word-classes.txt")["made"];
    private static readonly PatternSet Phrasings = PatternSet.Load("crew.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known) => FromPhrasings(reading).Concat(FromVerbs(reading)).Concat(FromCompounds(reading)).Concat(FromMade(reading));

    private static IEnumerable<Found> FromPhrasings(Reading reading)
    {
        foreach (var match in reading.Find(Phrasings))
        {
            if (!match.TryGet("people", out var first, out var last) || FilmOf(reading, match, last) is not { } film || CrewGuard.IsAboutOthers(reading, match, first, last)
                || (match.Pattern.Tag is "director" or "both" && EndsBeforeVerb(match) && CrewGuard.IsOfOtherWork(reading, match)) || (match.Pattern.Confidence < SureOfSubject && CrewGuard.IsOfTitle(reading, film, last)))
            {
                continue;
            }

            var (tag, confidence) = (match.Pattern.Tag, match.Pattern.Confidence);
            foreach (var found in Credits(reading, film, tag is "directorOf" ? "director" : tag, first, confidence, EndsBeforeVerb(match) || IsPlural(reading, match, first), IsSingular(reading, match, first)))
            {
                yield return found;
            }

            // "A and B's script": the possessive ends the row before B.
            if (match.TryGet("second", out var other, out _))
            {
                foreach (var found in Credits(reading, film, tag, other, confidence, true))
                {
                    yield return found;
                }
            }

            if (tag is "writer" && Maker(reading, match, first) is { } maker)
            {
                yield return new Found(film, maker.Name.First, new DirectorStatement(PersonName.Of(reading.Prose, maker.Name), reading.Prose.QuoteOf(maker.Name.First), Made));
            }
        }
    }

    // "From a script by A, B has made a comedy": B, the last of the row, directed.
    private static Billing? Maker(Reading reading, PatternMatch match, int first)
    {
        var tokens = reading.Prose.Tokens;
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[first]];
        if (match.First - sentence.First > 6 || !Enumerable.Range(sentence.First, Math.Min(2, match.First - sentence.First)).Any(k => tokens[k].Lower is "from" or "with"))
        {
            return null;
        }

        var people = reading.People.List(first, sentence.Last);
        if (people.Count < 2 || !tokens[people[^1].Name.First - 1].Is(","))
        {
            return null;
        }

        for (var k = people[^1].Name.Last; k < sentence.Last && k - people[^1].Name.Last < 3; k++)
        {
            if (MakingVerbs.Contains(tokens[k].Lower))
            {
                return people[^1];
            }

            if (tokens[k].Lower is not ("has" or "have") && !tokens[k].Lower.EndsWith("ly", StringComparison.Ordinal))
            {
                break;
            }
        }

        return null;
    }

    // "Jane Roe, who has done better (X, 2003), has made a likeable comedy with The Quiet Mill".
    private static IEnumerable<Found> FromMade(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 2; at + 2 < tokens.Count; at++)
        {
            if (!(tokens[at].Lower is "made" or "delivered" or "crafted" or "fashioned" or "mounted") || tokens[at - 1].Lower is not ("has" or "have") || !tokens[at - 2].Lower.Equals(",", StringComparison.Ordinal)
                || tokens[at + 1].Lower is not ("a" or "an") || FilmBehind(reading, at + 2) is not { } film)
            {
                continue;
            }

            var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
            first += Words.IsOccupation(tokens[first].Lower) ? 1 : 0;
            var subject = reading.Names.At(first);
            if (subject.Parts > 1 && reading.Names.CouldBePerson(subject) && reading.Focus.MentionAt(first) is null && at - subject.Last < 40 && tokens[subject.Last].Is(",") && tokens[subject.Last + 1].Lower is "who" or "whose")
            {
                yield return new Found(film, first, new DirectorStatement(PersonName.Of(reading.Prose, subject), reading.Prose.QuoteOf(first), Made));
            }
        }
    }

    private static Film? FilmBehind(Reading reading, int from)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(from);
        for (var k = from; k + 1 < limit && k - from <= 10; k++)
        {
            if (tokens[k].Lower is "with" or "in" && reading.Focus.MentionFrom(k + 1) is { Film.IsSubject: true } mention)
            {
                return mention.Film;
            }
        }

        return null;
    }

    // "The Roe-directed drama": the surname stands in the verb.
    private static IEnumerable<Found> FromCompounds(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 1; at < tokens.Count; at++)
        {
            var word = tokens[at].Lower;
            var hyphen = tokens[at] is { Kind: TokenKind.Word, IsCapital: true } ? word.LastIndexOf('-') : -1;
            var verb = hyphen > 1 ? word[(hyphen + 1)..] : "";
            if (CompoundNoun(tokens[at].Lower) is { } tag && at + 1 < tokens.Count && reading.Names.At(at + 1) is { Parts: > 1 } maker && reading.Names.CouldBePerson(maker) && reading.Focus.At(at) is { } spoken)
            {
                var name = PersonName.Of(reading.Prose, maker);
                yield return new Found(spoken, at + 1, tag == "director" ? new DirectorStatement(name, reading.Prose.QuoteOf(at), 0.85) : new WriterStatement(name, reading.Prose.QuoteOf(at), 0.86));
            }

            if (verb is not ("directed" or "helmed" or "scripted" or "penned") || reading.Focus.At(at) is not { } film || at + 1 >= tokens.Count)
            {
                continue;
            }

            // "Jane Roe-directed" has the whole name.
            var first = at;
            while (at - first < 2 && first > 0 && tokens[first - 1] is { Kind: TokenKind.Word, IsCapital: true } given && Words.GivenNames.Contains(given.Lower))
            {
                first--;
            }

            var person = reading.Prose.Text[tokens[first].Start..(tokens[at].Start + hyphen)];
            if (first == at && !reading.Names.IsSurname(word[..hyphen]))
            {
                continue;
            }

            var quote = reading.Prose.QuoteOf(at);
            yield return new Found(film, at, verb is "directed" or "helmed" ? new DirectorStatement(person, quote, 0.9) : new WriterStatement(person, quote, 0.88));
        }
    }

    // "gutter-auteur Jane Roe", "reporter-turned-screenwriter Jane Roe".
    private static string? CompoundNoun(string word)
    {
        var hyphen = word.LastIndexOf('-');
        return hyphen <= 0 ? null
            : word[(hyphen + 1)..] is "auteur" || (word.Contains("-turned-", StringComparison.Ordinal) && word[(hyphen + 1)..] is "director" or "filmmaker" or "helmer") ? "director"
            : word.Contains("-turned-", StringComparison.Ordinal) && word[(hyphen + 1)..] is "screenwriter" or "scriptwriter" or "scenarist" or "scripter" or "dramatist" ? "writer"
            : null;
    }

    // "co-writers Jane Roe and John Doe have": the row is the subject itself.
    private static bool IsPlural(Reading reading, PatternMatch match, int first) =>
        first > match.First && reading.Prose.Tokens[first - 1] is { Kind: TokenKind.Word } noun && Words.IsOccupation(noun.Lower) && noun.Lower.EndsWith('s');

    // "directed Signals": the film directed follows.
    private static Film? FilmOf(Reading reading, PatternMatch match, int last)
    {
        if (match.TryGet("film", out var named, out _))
        {
            named += reading.Prose.Tokens[named].Lower is "\"" or "'" ? 1 : 0;
            return reading.Focus.MentionAt(named)?.Film;
        }

        if (match.TryGet("other", out _, out _))
        {
            return reading.Focus.DefaultAt(match.First);
        }

        var after = match.Last > last ? match.Last : last;
        foreach (var candidate in new[] { after, after + 1 })
        {
            if (EndsBeforeVerb(match) && reading.Slots.References.ContainsKey(candidate) && match.Last > last && reading.Focus.MentionAt(candidate) is { } mention)
            {
                return mention.Film;
            }
        }

        var at = reading.Focus.At(match.First);
        if (at is null || !(Words.IsOccupation(reading.Prose.Tokens[match.First].Lower) || reading.Prose.Tokens[match.First].Is("directing")) || reading.Focus.Before(reading.Prose.Sentences[reading.Prose.SentenceOf[match.First]], match.First).Any())
        {
            return at;
        }

        // "The director is Jane Roe, who made that little film X": X is another of hers; but "director Jane Roe's X" is it.
        return last + 1 < reading.Prose.Tokens.Count && reading.Prose.Tokens[last].Is("'s") ? at : reading.Focus.DefaultAt(match.First) ?? at;
    }

    // "director Jane Roe and John Doe star": one director, however many names follow.
    private static bool IsSingular(Reading reading, PatternMatch match, int first) =>
        first > match.First && reading.Prose.Tokens[first - 1] is { Kind: TokenKind.Word } noun && Words.Occupations.Contains(noun.Lower) && !noun.Lower.EndsWith('s') && noun.Lower is not ("duo" or "team" or "pair" or "trio" or "couple");

    private static bool EndsBeforeVerb(PatternMatch match) => match.Slots[0].Name == "people" && match.Slots[0].First == match.First;

    private static IEnumerable<Found> FromVerbs(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        foreach (var sentence in reading.Prose.Sentences)
        {
            for (var at = sentence.First; at < sentence.Last;)
            {
                if (CreditVerbs.Read(tokens, at, sentence.Last) is not { } verbs)
                {
                    at++;
                    continue;
                }

                at = verbs.Last;
                if (CrewGuard.IsUnreal(tokens, verbs.First, sentence.First) || CrewGuard.IsLikened(tokens, verbs.First, sentence.First) || reading.Focus.At(verbs.First) is not { } film)
                {
                    continue;
                }

                foreach (var tag in verbs.Tags.Distinct())
                {
                    if (!CrewGuard.IsOfSource(tokens, verbs.First, sentence.First, tag))
                    {
                        foreach (var found in Credits(reading, film, tag, verbs.Last, 0.96, false))
                        {
                            yield return found;
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<Found> Credits(Reading reading, Film film, string tag, int first, double confidence, bool isSubject, bool isOne = false)
    {
        var limit = reading.Prose.LimitOf(first);
        var people = reading.People.List(first, limit);
        if (tag is "director" && first > 0 && reading.Prose.Tokens[first - 1].Is("to") && people.Count > 0 && people[0].Name.First > first && CrewGuard.IsOtherNoun(reading.Prose.Tokens[people[0].Name.First - 1].Lower))
        {
            yield break; // "credit to dialect coach Jane Roe"
        }

        if (!isSubject && people.Count > 1 && reading.Prose.Tokens is var tokens && people[^1].Name.Last is var end && end < limit
            && tokens[end].IsLowerWord && !(tag == "writer" && tokens[end].Lower is "is" or "was") && Words.Verbs.Contains(tokens[end].Lower) && !tokens[end].Lower.StartsWith("co-", StringComparison.Ordinal) && tokens[people[^1].Name.First - 1].Lower is "and" or ",")
        {
            people.RemoveAt(people.Count - 1); // "directed by A, and B stars": B begins another clause.
        }

        // "written by A (her first), and stars B": a verb between two names ends the row.
        for (var next = 1; next < people.Count; next++)
        {
            var from = people[next - 1].NoteLast > 0 ? people[next - 1].NoteLast : people[next - 1].Name.Last;
            if (people[next - 1].Role.Last == 0 && Enumerable.Range(from, Math.Max(0, people[next].Name.First - from)).Any(k => reading.Prose.Tokens[k].Lower is "stars" or "star" or "starring" or "features" or "featuring" or "with"))
            {
                people.RemoveRange(next, people.Count - next);
            }
        }

        // "directed by A, with B as Harry": those who have characters act.
        if (!isSubject && tag != "cast" && people.FindIndex(1 < people.Count ? 1 : 0, b => b.Role.IsNamed) is > 0 and var played)
        {
            people.RemoveRange(played, people.Count - played);
        }

        if (tag == "writer" && !isSubject && reading.Prose.Tokens[first - 1].Lower is "from" or "by" && people.Count > 0 && people[0].Name.Last < limit && reading.Prose.Tokens[people[0].Name.Last].Is("'s"))
        {
            yield break; // "a screenplay from Jane Roe's novel"
        }

        if (isSubject && people.FindLastIndex(b => b.Role.Last > 0) is var acting && acting >= 0)
        {
            people.RemoveRange(0, acting + 1); // "A as Anna, and B directed": A belongs to the clause before.
        }

        // "the Roes", "the Roe brothers".
        if (tag is "director" or "writer" or "both" && Siblings(reading, first, limit) is { } siblings)
        {
            foreach (var found in Credit(reading, film, tag, siblings, first, confidence))
            {
                yield return found;
            }

            yield break;
        }

        if (!isOne && !isSubject && tag != "cast" && people.Count > 0 && Kin.Of(reading, people[^1].Name, limit) is { } kin)
        {
            // "Roe and her brother John" makes two Roes: say who the first is.
            if (people[^1].Name.Parts == 1 && reading.Named.ByPart.GetValueOrDefault(PersonName.Of(reading.Prose, people[^1].Name)) is { Count: 1 } full)
            {
                foreach (var found in Credit(reading, film, tag, full.Single(), people[^1].Name.First, confidence))
                {
                    yield return found;
                }

                people.RemoveAt(people.Count - 1);
            }

            foreach (var found in Credit(reading, film, tag, kin.Name, kin.Token, confidence - 0.04))
            {
                yield return found;
            }
        }

        foreach (var billing in isOne ? people.Take(people.Count > 0 && people[0].Shared.Parts > 0 ? 2 : 1) : people)
        {
            foreach (var found in Credit(reading, film, tag, BilledName.Of(reading.Prose, reading.Names, billing, tag != "cast"), billing.Name.First, confidence))
            {
                yield return found;
            }
        }
    }

    private static string? Siblings(Reading reading, int at, int limit)
    {
        var tokens = reading.Prose.Tokens;
        return at + 1 < limit && tokens[at].Is("the") && tokens[at + 1] is { Kind: TokenKind.Word, IsCapital: true } name && name.Lower.EndsWith('s') && !Words.Institutions.Contains(name.Lower) && !Words.Organisations.Contains(name.Lower)
            && (at + 2 == limit || !tokens[at + 2].IsCapital)
            ? reading.Prose.Slice(at, at + 2)
            : null;
    }

    private static IEnumerable<Found> Credit(Reading reading, Film film, string tag, string person, int token, double confidence)
    {
        var quote = reading.Prose.QuoteOf(token);
        person = tag != "cast" && !person.Contains(' ', StringComparison.Ordinal) && !reading.Named.ByPart.ContainsKey(person) ? reading.FirstNames.Full(person) ?? person : person;
        if (tag is "director" or "both")
        {
            yield return new Found(film, token, new DirectorStatement(person, quote, confidence));
        }

        if (tag is "writer" or "both")
        {
            yield return new Found(film, token, new WriterStatement(person, quote, confidence));
        }

        if (tag is "cast")
        {
            yield return new Found(film, token, new CastStatement(person, null, quote, confidence));
        }
    }
}
