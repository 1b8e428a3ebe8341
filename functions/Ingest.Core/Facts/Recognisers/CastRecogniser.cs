using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Who is in the cast: "starring A and B", "with A in a supporting role", "A and B also appear".</summary>
internal sealed class CastRecogniser : IRecogniser
{
    private static readonly PatternSet Phrasings = PatternSet.Load("cast.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var match in reading.Find(Phrasings))
        {
            if (FilmOf(reading, match) is not { } film || CastGuard.IsNoCast(reading, match.First) || IsNarratorOfCredits(reading, match.First) || IsStarOfAnother(reading, match.First) || IsPlaced(reading, match) || (match.Slots[0].First > match.First && IsMade(reading, match.First)) || (match.Pattern.Tag == "makes" && IsMaking(reading, match)) || IsInUnknownFilm(reading, match) || (match.Pattern.Tag == "tail" && !FollowsStars(reading, match)))
            {
                continue;
            }

            foreach (var found in match.Slots.SelectMany(slot => OfSlot(reading, film, match, slot.Name, slot.First)))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Found> OfSlot(Reading reading, Film film, PatternMatch match, string slot, int first)
    {
        var limit = reading.Prose.LimitOf(first);
        if (slot is "person")
        {
            var name = reading.People.Person(first, limit);
            if (IsCharacterOf(reading, name) || (first == match.First && match.Pattern.Confidence < 0.9 && IsOfStory(reading, name)) || (first == match.First && match.Pattern.Confidence < 0.9 && first > 0 && IsMakersWork(reading.Prose.Tokens[first - 1].Lower)) || (match.Pattern.Tag == "praised" && !IsPraised(reading, match, name, limit)))
            {
                return [];
            }

            return [new Found(film, name.First, new CastStatement(PersonName.Of(reading.Prose, name), null, reading.Prose.QuoteOf(name.First), match.Pattern.Confidence))];
        }

        var isSubject = first == match.First;
        if (!isSubject && reading.Prose.Tokens[first] is { IsLowerWord: true, Lower: "cinematographer" or "composer" or "editor" or "designer" or "screenwriter" or "choreographer" or "novelist" or "playwright" or "lyricist" or "photographer" or "animator" })
        {
            return []; // "fine work too from cinematographer Jane Roe"
        }

        var people = reading.People.List(first, limit);
        if (!isSubject)
        {
            CastGuard.DropNextSubject(reading, people, limit);
        }

        return Cast(reading, film, people, match.Pattern.Confidence, isSubject);
    }

    // "a wonderfully sour Jane Roe": who plays; not "shot by an inspired Jane Roe", not "a superb Jane Roe film".
    private static bool IsPraised(Reading reading, PatternMatch match, NameSpan name, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var before = match.First > 0 ? tokens[match.First - 1].Lower : "";
        return name.Parts > 1 && PersonName.Of(reading.Prose, name).Contains(' ', StringComparison.Ordinal) && before is not ("by" or "from" or "like" or "than" or "director" or "see" or "about" or "of")
            && !Enumerable.Range(match.First, name.First - match.First).Any(k => Words.Occupations.Contains(tokens[k].Lower) && tokens[k].Lower is "director" or "writer" or "author" or "editor" or "composer" or "cinematographer" or "producer" or "playwright" or "novelist" or "screenwriter")
            && !(name.Last + 2 < limit && tokens[name.Last].Is(",") && tokens[name.Last + 1].Is("who") && tokens[name.Last + 2].Lower is "directed" or "directs" or "wrote" or "produced" or "shot" or "composed" or "edited" or "also")
            && !(name.Last < limit && (tokens[name.Last].Is("'s") || (tokens[name.Last].IsLowerWord && !Words.Blockers.Contains(tokens[name.Last].Lower) && !Words.Verbs.Contains(tokens[name.Last].Lower) && (Phrases.FilmNouns.TryFind(tokens, name.Last, limit, out _, out _) || Phrases.Genres.TryFind(tokens, name.Last, limit, out _, out _) || tokens[name.Last].Lower is "script" or "score" or "novel" or "song" or "screenplay" or "vehicle"))));
    }

    // "inspector Anna Rask is efficient": somebody of the story by what they are there.
    private static bool IsOfStory(Reading reading, NameSpan name) =>
        name.First > 0 && reading.Prose.Tokens[name.First - 1] is { IsLowerWord: true, Lower: "detective" or "inspector" or "sergeant" or "captain" or "lieutenant" or "colonel" or "manager" or "officer" or "lawyer" or "attorney" or "doctor" or "surgeon" or "teacher" or "professor" or "nurse" or "judge" or "mayor" or "sheriff" or "deputy" or "cop" or "policeman" or "policewoman" or "priest" or "nun" or "secretary" or "landlord" or "landlady" or "neighbour" or "neighbor" or "gangster" or "smuggler" or "widow" or "widower" or "farmer" or "journalist" or "reporter" or "scientist" };

    // "makes a documentary about a villain", "as directors, they make an efficient team".
    private static bool IsMaking(Reading reading, PatternMatch match)
    {
        var tokens = reading.Prose.Tokens;
        return Enumerable.Range(match.First, match.Last - match.First).Any(k => tokens[k].Lower is "about" or "of" or "for" or "film" or "documentary" or "movie" or "picture")
            || (match.First > 1 && tokens[match.First - 1].Is(",") && (IsMakersWork(tokens[match.First - 2].Lower) || IsMakersWork(Agents.Singular(tokens[match.First - 2].Lower))));
    }

    // "Jane Roe's performance in Rust and Water": a title that the article does not know for a film.
    private static bool IsInUnknownFilm(Reading reading, PatternMatch match)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(match.First);
        var at = match.Last + 1;
        if (at + 2 >= limit || !tokens[at - 1].Is("in") || !tokens[at].IsCapital || match.Slots[0].First != match.First || reading.Focus.MentionFrom(at) is not null || match.Pattern.Confidence > 0.88)
        {
            return false;
        }

        return tokens[at + 1].Lower is "and" or "of" or "the" or "in" or "to" or "for" && tokens[at + 2].IsCapital && reading.Names.At(at) is { Parts: <= 1 };
    }

    // "Auntie Ilse (Jane Roe) lends a hand": the actor stands inside the bracket.
    private static bool IsCharacterOf(Reading reading, NameSpan name)
    {
        var tokens = reading.Prose.Tokens;
        if (name.Parts == 0 || name.Last + 2 >= tokens.Count || !tokens[name.Last].Is("(") || !(name.Parts == 1 || Words.Honorifics.Contains(tokens[name.First].Lower)))
        {
            return false;
        }

        var inside = reading.People.Person(name.Last + 1, reading.Prose.LimitOf(name.First));
        return inside.Parts > 1 && inside.Last <= reading.Prose.Closing[name.Last] && reading.Focus.MentionAt(inside.First) is null;
    }

    // "cinematographer Jane Roe impresses".
    private static bool IsMakersWork(string word) =>
        word is "cinematographer" or "director" or "composer" or "editor" or "writer" or "screenwriter" or "producer" or "novelist" or "author" or "playwright" or "choreographer" or "designer" or "filmmaker" or "film-maker" or "helmer" or "scripter" or "dop" or "lenser" or "critic" or "reviewer" or "lyricist" or "photographer" or "animator" or "like" or "than";

    // "helmed by debutant Jane Roe".
    private static bool IsMade(Reading reading, int at) =>
        at > 1 && reading.Prose.Tokens[at - 1].Is("by") && reading.Prose.Tokens[at - 2].Lower is "helmed" or "directed" or "written" or "produced" or "co-written" or "co-directed" or "made" or "shot" or "penned" or "scripted" or "created" or "edited" or "composed" or "filmed" or "lensed" or "adapted";

    // "with Jane Roe in the United Kingdom": a place, no part.
    private static bool IsPlaced(Reading reading, PatternMatch match) =>
        match.Last < reading.Prose.Tokens.Count && reading.Prose.Tokens[match.Last].IsCapital && reading.Prose.Tokens[match.Last - 1].Lower is "the" or "a" or "an" && reading.Prose.Tokens[match.First].Is("with");

    // "Harbour Street star Jane Roe": what she is known for.
    private static bool IsStarOfAnother(Reading reading, int at) =>
        at > 0 && reading.Prose.Tokens[at].Is("star") && reading.Prose.Tokens[at].IsCapital && at > reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First
        || at > 0 && reading.Prose.Tokens[at].Lower is "star" or "actor" or "actress" && reading.Prose.Tokens[at].IsLowerWord && reading.Names.At(at + 1).Parts > 0 && reading.Prose.Tokens[at - 1] is { Kind: TokenKind.Word, IsCapital: true }
        && reading.Prose.SentenceOf[at - 1] == reading.Prose.SentenceOf[at] && !Phrases.Countries.TryFind(reading.Prose.Tokens, at - 1, at, out _, out _) && !reading.Focus.MentionEndsAt(at) && reading.Prose.Tokens[at - 1].Lower is not ("child" or "veteran" or "hollywood" or "bollywood") && !Words.NeverInNames.Contains(reading.Prose.Tokens[at - 1].Lower);

    // "The film stars Jane Roe as a banker ..., with John Doe and Ann Poe."
    private static bool FollowsStars(Reading reading, PatternMatch match)
    {
        for (var k = reading.Prose.Sentences[reading.Prose.SentenceOf[match.First]].First; k < match.First; k++)
        {
            if (reading.Prose.Tokens[k].Is("directed") && reading.People.List(match.Slots[0].First, reading.Prose.LimitOf(match.First)).Count > 1)
            {
                return true; // "directed by Jane Roe, with John Doe and Ann Poe."
            }

            if (reading.Prose.Tokens[k].Lower is "stars" or "starring" or "star" or "starred" or "plays" or "featuring" or "features" or "headlines")
            {
                return true;
            }
        }

        return false;
    }

    // "written, directed and narrated by": a maker who is heard, not one of the cast.
    private static bool IsNarratorOfCredits(Reading reading, int at) =>
        at > 0 && reading.Prose.Tokens[at].Is("narrated") && reading.Prose.Tokens[at - 1].Lower is "and" or ",";

    private static Film? FilmOf(Reading reading, PatternMatch match)
    {
        // "Jane Roe stars in Signals": the film stands behind.
        if (reading.Prose.Tokens[match.Last - 1].Is("in") && reading.Focus.MentionFrom(match.Last) is { } named)
        {
            return named.Film;
        }

        // "..., which starred Jane Roe": the film before "which", or something that this article does not know.
        var which = match.First - 1;
        if (which > 0 && reading.Prose.Tokens[which].Lower is "which" or "that")
        {
            var before = which - (reading.Prose.Tokens[which - 1].Is(",") ? 1 : 0);
            if (before > 0 && reading.Prose.Tokens[before - 1].IsCapital && reading.Focus.ReferenceBefore(before) is null)
            {
                return reading.Focus.At(match.First); // "a drama directed by Jane Roe that features"
            }

            return reading.Focus.ReferenceBefore(before) is { } reference ? reference.Film ?? reading.Focus.DefaultAt(which) : null;
        }

        // "who stars in and co-wrote Signals".
        if (reading.Prose.Tokens[match.Last - 1].Is("in") && match.Last + 2 < reading.Prose.LimitOf(match.First) && reading.Prose.Tokens[match.Last].Is("and") && reading.Focus.MentionFrom(match.Last + 2) is { } both)
        {
            return both.Film;
        }

        // "Jane Roe's performance in Signals": of the film named.
        if (match.Slots[0].First == match.First && match.Last + 1 < reading.Prose.LimitOf(match.First) && reading.Prose.Tokens[match.Last].Is("in") && reading.Focus.MentionFrom(match.Last + 1) is { } behind)
        {
            return behind.Film;
        }

        // "last seen opposite Jane Roe in Signals": the row ends before another film.
        if (match.Slots[^1].Last is var end && end == match.Last && end + 1 < reading.Prose.LimitOf(match.First) && reading.Prose.Tokens[end].Is("in")
            && (reading.Focus.MentionFrom(end + 1) is not null || reading.Titles.IsEmphasised(end + 1) || reading.Prose.Tokens[end + 1].Is("\"")))
        {
            return reading.Focus.MentionFrom(end + 1)?.Film;
        }

        return reading.Focus.At(match.First);
    }

    private static IEnumerable<Found> Cast(Reading reading, Film film, List<Billing> people, double confidence, bool isSubject)
    {
        for (var k = 0; k < people.Count; k++)
        {
            var billing = people[k];
            var name = BilledName.Of(reading.Prose, reading.Names, billing, pairsAreKin: false);
            var quote = reading.Prose.QuoteOf(billing.Name.First);
            var role = RolesInRow.Of(reading, people, k);

            // A lone name before the verb is a character as often as a star of one name, but not at the head of a row.
            confidence = isSubject && billing.Name.Parts == 1 && people.Count < 3 && !reading.Names.IsSurname(reading.Prose.Tokens[billing.Name.First].Lower) ? Math.Min(confidence, 0.8) : confidence;
            yield return new Found(film, billing.Name.First, new CastStatement(name, role, quote, confidence));
        }
    }
}
