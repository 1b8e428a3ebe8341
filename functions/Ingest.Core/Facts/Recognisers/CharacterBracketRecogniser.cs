using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// "Anna (Jane Roe)", "the pilot (Roe)", "Anna and Tom (Jane Roe and John Doe)" and "Jane Roe (Anna)": who is outside and who
/// inside the bracket, the rest of the article tells.
/// </summary>
internal sealed class CharacterBracketRecogniser : IRecogniser
{
    // "(director Jane Roe)" is no actor.
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "director", "directors", "dir.", "dir", "writer", "writer-director", "producer", "author", "novelist", "screenwriter", "composer", "cinematographer", "editor", "critic", "filmmaker", "playwright", "then", "now", "real-life", "photographer", "designer", "journalist",
    };

    private const int MostPairs = 6;
    private const int LongestApposition = 8;
    private const int LongestDescribed = 12;
    private const int WidestRow = 60;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var directory = new PersonDirectory(reading, known);
        var films = new Filmographies(reading).Films().Select(f => f.First).ToHashSet();
        var tokens = reading.Prose.Tokens;
        var sentence = -1;
        var alone = new List<(int Open, NameSpan Outside, NameSpan Inside, Film Film)>();
        var titled = new List<(int Open, NameSpan Outside, NameSpan Inside, Film Film)>();
        var firstNames = new FirstNames(reading);
        for (var open = 1; open < tokens.Count; open++)
        {
            var close = reading.Prose.Closing[open];
            if (close <= open || !tokens[open].Is("(") || IsOfFirm(reading, open) || (close - open > 2 && tokens[open + 2].Is("name") && tokens[open + 1].Lower is "real" or "birth") || films.Contains(open + 1) || (reading.Focus.MentionEndsAt(open) && !HoldsCast(reading, directory, open)) || reading.Focus.At(open) is not { } film)
            {
                continue;
            }

            var quote = reading.Prose.QuoteOf(open);
            if (Several(reading, open, close) is { Count: > 1 } pairs)
            {
                foreach (var (part, actor) in pairs)
                {
                    var person = PersonName.Of(reading.Prose, actor);
                    yield return new Found(film, open, new CastStatement(directory.Credited(person) ?? person, reading.Prose.Slice(part.First, part.Last), quote, 0.9));
                }

                continue;
            }

            if (tokens[open + 1].Is("as") && Ending(reading, open) is { Parts: > 1 } billed && reading.Names.CouldBePerson(billed) && reading.Roles.Read(open + 2, close) is { IsNamed: true } role && role.Last == close)
            {
                yield return new Found(film, open, new CastStatement(PersonName.Of(reading.Prose, billed), reading.Roles.Text(role), quote, 0.94));
                continue;
            }

            // "a team of assassins (Jane Roe, Ann Poe and Mary Doe)", "two sisters in a caravan (Jane Roe and Ann Poe, both superb)".
            var behindNoun = SomebodyBehind(reading, open);
            if (behindNoun >= 0 && !Makers.Contains(tokens[open - 1].Lower) && !Makers.Contains(Agents.Singular(tokens[open - 1].Lower)) && RowWithRemarks(reading, open + 1, close) is { Count: > 1 } several)
            {
                foreach (var member in several)
                {
                    yield return new Found(film, open, new CastStatement(directory.Full(PersonName.Of(reading.Prose, member)), null, quote, behindNoun == open - 1 ? 0.88 : 0.86));
                }

                continue;
            }

            var inside = Inside(reading, open, close);
            if (inside.Parts == 0 || reading.Focus.MentionAt(inside.First) is not null)
            {
                continue;
            }

            var outside = Before(reading, open);

            // "an inspector from Harbourtown (Jane Roe)": the place is no part, and "a YouTuber" has no name.
            if (outside.Parts == 1 && outside.First > 0 && ((tokens[outside.First - 1].Lower is "a" or "an") || (tokens[outside.First - 1].Lower is "from" or "in" or "at" or "near" && reading.Names.CountOf(outside) == 1)))
            {
                behindNoun = tokens[outside.First - 1].Lower is "a" or "an" && Agents.IsAgent(tokens[outside.First].Lower) ? outside.First : behindNoun;
                outside = default;
            }

            if (outside.Parts > 0 && inside is { Parts: 1 } && inside.Last == close && directory.Credited(PersonName.Of(reading.Prose, outside)) is null && firstNames.Full(PersonName.Of(reading.Prose, inside)) is { } whole && directory.IsCast(whole))
            {
                yield return new Found(film, open, new CastStatement(whole, reading.Prose.Slice(outside.First, outside.Last), quote, 0.9));
            }
            else if (Pair(reading, directory, outside, inside, open, close, behindNoun, reading.Prose.SentenceOf[open] == sentence) is { } pair)
            {
                sentence = reading.Prose.SentenceOf[open];
                yield return new Found(film, open, new CastStatement(pair.Person, pair.Character, quote, pair.Confidence));
            }
            else if (outside.Parts == 1 && inside.Parts == 1 && inside.Last == close && reading.Names.CouldBePerson(inside) && reading.Names.CountOf(inside) == 1 && directory.Credited(PersonName.Of(reading.Prose, outside)) is null)
            {
                (outside.First > 0 && tokens[outside.First - 1] is { IsLowerWord: true } kin && (Words.PersonNouns.Contains(kin.Lower) || Agents.IsAgent(kin.Lower)) ? titled : alone).Add((open, outside, inside, film));
            }

            // "Ilmo (Doe) and Anna (Jane Roe)": in a row of such brackets, one word is a name too.
            foreach (var lone in alone.Where(l => reading.Prose.SentenceOf[l.Open] == sentence))
            {
                yield return new Found(lone.Film, lone.Open, new CastStatement(PersonName.Of(reading.Prose, lone.Inside), reading.Prose.Slice(lone.Outside.First, lone.Outside.Last), reading.Prose.QuoteOf(lone.Open), 0.9));
            }

            alone.RemoveAll(l => reading.Prose.SentenceOf[l.Open] <= sentence);
        }

        // "his wife Anna (Doe)": where other brackets hold actors, this one does too.
        foreach (var lone in titled.Where(l => sentence >= 0 && !Words.GivenNames.Contains(tokens[l.Inside.First].Lower)))
        {
            yield return new Found(lone.Film, lone.Open, new CastStatement(PersonName.Of(reading.Prose, lone.Inside), reading.Prose.Slice(lone.Outside.First, lone.Outside.Last), reading.Prose.QuoteOf(lone.Open), 0.9));
        }
    }

    // "a soldier in the next bed (": where the noun stands that says who it is; -1 where none does.
    private static int SomebodyBehind(Reading reading, int open)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[open]].First;
        var noun = -1;
        for (var k = open - 1; k >= first && open - k <= LongestDescribed; k--)
        {
            var word = tokens[k].Lower;
            if (word is "a" or "an" or "the" or "his" or "her" or "their" or "its" or "'s" or "two" or "three" or "four" or "five" or "of" && noun >= 0 && noun - k <= 5)
            {
                return IsMakersPhrase(tokens, k, first) ? -1 : noun;
            }

            if (tokens[k].Kind != TokenKind.Word && word is not ("'s" or "-"))
            {
                return noun == open - 1 ? noun : -1;
            }

            var one = Agents.Singular(word);
            noun = tokens[k].IsLowerWord && (Words.PersonNouns.Contains(word) || Words.PersonNouns.Contains(one) || Agents.IsAgent(one)) && !Makers.Contains(one) && !Makers.Contains(word) ? k : noun;
        }

        return noun == open - 1 ? noun : -1;
    }

    // "reviewed here by a colleague".
    private static bool IsMakersPhrase(List<Token> tokens, int article, int first)
    {
        if (article - 2 < first || !tokens[article - 1].Is("by"))
        {
            return false;
        }

        var verb = tokens[article - 2].Lower is "here" or "elsewhere" or "partly" or "entirely" or "mostly" && article - 3 >= first ? article - 3 : article - 2;
        return tokens[verb].Lower is "reviewed" or "written" or "co-written" or "directed" or "co-directed" or "shot" or "filmed" or "produced" or "made" or "edited" or "composed" or "translated" or "adapted" or "designed" or "scored" or "photographed" or "animated" or "choreographed" or "penned" or "scripted" or "curated" or "recommended";
    }

    // "Jane Roe and Ann Poe, both superb", "Jane Roe, wasted; Ann Poe, enjoyably not".
    private static List<NameSpan>? RowWithRemarks(Reading reading, int first, int close)
    {
        var tokens = reading.Prose.Tokens;
        var row = new List<NameSpan>();
        var remarks = false;
        for (var at = first; at < close && close - first <= WidestRow && row.Count <= MostPairs;)
        {
            at += tokens[at].Lower is "and" or "&" && at + 1 < close ? 1 : 0;
            var name = tokens[at].IsLowerWord ? reading.People.Person(at, close) : reading.Names.At(at);
            if (name.Parts < 2 || name.Last > close || !reading.Names.CouldBePerson(name) || reading.Focus.MentionAt(name.First) is not null || Enumerable.Range(at, name.First - at).Any(k => Makers.Contains(tokens[k].Lower)))
            {
                return remarks && row.Count > 1 ? row : null;
            }

            row.Add(name);
            at = name.Last;
            if (at == close)
            {
                return row;
            }

            if (tokens[at].Lower is "and" or "&" or ";" || (tokens[at].Is(",") && at + 1 < close && (tokens[at + 1].Lower is "and" or "&" || reading.Names.At(at + 1).Parts > 0)))
            {
                at += tokens[at].Lower is "," or ";" ? 1 : 0;
                continue;
            }

            if (!tokens[at].Is(",") && tokens[at].Lower is not ("in" or "at" or "as" or "with" or "-"))
            {
                return null;
            }

            remarks = true;
            while (at < close && !tokens[at].Is(";"))
            {
                if (tokens[at].Lower is "(" or "." || reading.Focus.MentionAt(at) is not null)
                {
                    return null;
                }

                at++;
            }

            if (at == close)
            {
                return row;
            }

            at++;
        }

        return null;
    }

    // "Anna (Jane Roe)" where the film is called Anna, not "Signals (Jane Roe)" who made it.
    private static bool HoldsCast(Reading reading, PersonDirectory directory, int open)
    {
        if (reading.Names.At(open + 1) is not { Parts: > 0 } name || reading.Focus.ReferenceBefore(open) is not { } reference)
        {
            return false;
        }

        var person = PersonName.Of(reading.Prose, name);
        var isBehindNoun = reference.First > 0 && reading.Prose.Tokens[reference.First - 1] is { IsLowerWord: true } noun && (Words.PersonNouns.Contains(noun.Lower) || Agents.IsAgent(noun.Lower));
        return directory.IsCast(person) || (isBehindNoun && !directory.IsMaker(person));
    }

    // "(Jane Roe)", "(a wonderful Jane Roe)", "(Jane Roe, never better)", "(Jane Roe at her best)", "(Jane Roe from The Quiet Mill)".
    private static NameSpan Inside(Reading reading, int open, int close)
    {
        var tokens = reading.Prose.Tokens;
        var from = AfterVoice(reading, open + 1, close);
        var name = reading.Names.At(from);
        if (name.Parts == 0)
        {
            name = tokens[from].IsLowerWord ? reading.People.Person(from, close) : default;
            if (name.Parts == 0 || name.Last > close || Enumerable.Range(from, name.First - from).Any(k => Makers.Contains(tokens[k].Lower)))
            {
                return default;
            }

            // "(a scene-stealing Roe)": who is praised is no one of the story.
            return name.Last == close ? name.Parts > 1 || (name.First > from + 1 && tokens[from].Lower is "a" or "an") ? name : default : name.Parts > 1 && IsRemark(reading, name.Last, close) ? name : default;
        }

        if (name.Last == close)
        {
            return name;
        }

        return name.Parts > 1 && name.Last < close && IsRemark(reading, name.Last, close) ? name : default;
    }

    // "(Jane Roe, never better)", "(Jane Roe!)", "(Jane Roe at her best)".
    private static bool IsRemark(Reading reading, int at, int close) =>
        !IsInAnotherFilm(reading, at, close)
        && (reading.Prose.Tokens[at].Lower is "at" or "in" or "of" or "from" or "as" or "with" or "again" or "doing" or "giving" or "-" or "!" or "?"
            || (reading.Prose.Tokens[at].Lower is "," or ";" && at + 1 < close && !IsName(reading, at + 1) && !IsOfLife(reading.Prose.Tokens, at + 1, close)));

    // "(Jane Roe, to whom the film is dedicated)", "(Jane Roe, who wrote the book)".
    private static bool IsOfLife(List<Token> tokens, int at, int close) =>
        at + 1 < close && ((tokens[at].Is("to") && tokens[at + 1].Is("whom")) || (tokens[at].Is("who") && tokens[at + 1].Lower is "wrote" or "directed" or "produced" or "made" or "shot" or "composed" or "died" or "really"));

    // "(voice of Jane Roe)".
    private static int AfterVoice(Reading reading, int at, int close)
    {
        var from = at + (reading.Prose.Tokens[at].Is("the") ? 1 : 0);
        if (from + 2 <= close && reading.Prose.Tokens[at].Lower is "that's" or "it's" or "he's" or "she's")
        {
            return at + 1;
        }

        if (from + 3 <= close && reading.Prose.Tokens[at].Lower is "that" or "it" && reading.Prose.Tokens[at + 1].Is("'s"))
        {
            return at + 2;
        }

        return from + 2 < close && reading.Prose.Tokens[from].Lower is "voice" or "voices" && reading.Prose.Tokens[from + 1].Lower is "of" or ":" ? from + 2 : at;
    }

    // "Anna (Jane Roe in Signals)": the part is of that film.
    private static bool IsInAnotherFilm(Reading reading, int at, int close) =>
        reading.Prose.Tokens[at].Is("in") && at + 1 < close && (reading.Prose.Tokens[at + 1].IsCapital || reading.Focus.MentionFrom(at + 1) is not null || reading.Titles.IsEmphasised(at + 1) || reading.Prose.Tokens[at + 1].Lower is "\"" or "'" or "the");

    private static bool IsName(Reading reading, int at) => reading.Names.At(at).Parts > 0 && reading.Focus.MentionAt(at) is null && !reading.Titles.IsEmphasised(at);

    // "Anna and Tom (Jane Roe and John Doe)": as many names outside as inside.
    private static List<(NameSpan Outside, NameSpan Actor)>? Several(Reading reading, int open, int close)
    {
        if (close - open > 30 || RowOf(reading, open + 1, close) is not { Count: > 1 } actors || !actors.TrueForAll(reading.Names.CouldBePerson))
        {
            return null;
        }

        var outside = new List<NameSpan>();
        for (var end = open; outside.Count < actors.Count; )
        {
            var name = Ending(reading, end);
            if (name.Parts == 0 || reading.Focus.MentionAt(name.First) is not null)
            {
                return null;
            }

            outside.Insert(0, name);
            end = name.First;
            end -= end > 0 && reading.Prose.Tokens[end - 1].Lower is "and" or "&" ? 1 : 0;
            end -= end > 0 && reading.Prose.Tokens[end - 1].Is(",") ? 1 : 0;
            if (end == name.First && outside.Count < actors.Count)
            {
                return null;
            }
        }

        return [.. outside.Zip(actors)];
    }

    private static List<NameSpan>? RowOf(Reading reading, int first, int close)
    {
        var row = new List<NameSpan>();
        for (var at = first; at < close && row.Count <= MostPairs;)
        {
            var name = reading.Names.At(at);
            if (name.Parts == 0 || name.Last > close || reading.Focus.MentionAt(at) is not null)
            {
                return null;
            }

            row.Add(name);
            at = name.Last;
            if (at == close)
            {
                return row;
            }

            var next = at;
            next += reading.Prose.Tokens[next].Is(",") ? 1 : 0;
            next += next < close && reading.Prose.Tokens[next].Lower is "and" or "&" ? 1 : 0;
            if (next == at)
            {
                return null;
            }

            at = next;
        }

        return null;
    }

    private static (string Person, string? Character, double Confidence)? Pair(Reading reading, PersonDirectory directory, NameSpan outside, NameSpan inside, int open, int close, int behindNoun, bool goesOn)
    {
        var inner = PersonName.Of(reading.Prose, inside);
        outside = WithoutNoun(reading, outside);
        var outer = outside.Parts > 0 && !IsAcronym(reading, outside) ? PersonName.Of(reading.Prose, outside) : null;
        var isSurelyActor = inside.First > open + 1 || !reading.Prose.Tokens[inside.Last].Is(")");
        var innerPerson = directory.Credited(inner);
        if (outside.Parts > 0 && IsAward(reading, outside))
        {
            return null;
        }

        var outerPerson = outer is null ? null : directory.Credited(outer);
        if (outerPerson is not null)
        {
            // "Jane Roe (Anna)": a single name that the article also uses outside brackets.
            return innerPerson is null && (directory.IsUsedElsewhere(inside) || (IsCastList(reading, open) && (inside.Parts == 1 || PersonDirectory.LooksLikePerson(reading.Prose, inside) || Words.Honorifics.Contains(reading.Prose.Tokens[inside.First].Lower))) || (inside.Parts == 1 && Words.GivenNames.Contains(reading.Prose.Tokens[inside.First].Lower))) ? (outerPerson, inner, 0.9) : null;
        }

        var character = outer is null ? null : reading.Prose.Slice(outside.First, outside.Last);
        if (innerPerson is not null)
        {
            return (innerPerson, character, 0.94);
        }

        if (inside.Parts < 2 && inside.First > open + 2 && inside.Last == close && character is not null && reading.Names.CouldBePerson(inside) && reading.Names.CouldBePerson(outside))
        {
            return (inner, character, 0.9);
        }

        if (inside.Parts < 2 || !reading.Names.CouldBePerson(inside))
        {
            return null;
        }

        var looksLikePerson = PersonDirectory.LooksLikePerson(reading.Prose, inside);
        if (outer is null)
        {
            // "his daughter (Jane Roe)": a person can only be the actor there.
            var isNext = behindNoun == open - 1 && reading.Prose.Tokens[open - 1].IsLowerWord;
            return (isNext && (looksLikePerson || Words.PersonNouns.Contains(reading.Prose.Tokens[open - 1].Lower))) || (outside.Parts > 0 && looksLikePerson) ? (inner, null, 0.88)
                : (behindNoun >= 0 && (isNext || looksLikePerson || isSurelyActor || goesOn || directory.IsCast(inner))) || (goesOn && looksLikePerson && isSurelyActor) ? (inner, null, 0.84) : null;
        }

        var before = outside.First - (outside.First > 1 && reading.Prose.Tokens[outside.First - 1] is { IsCapital: true, Lower: "the" or "a" or "an" } ? 2 : 1);
        if (before >= 0 && reading.Prose.Tokens[before].Lower is "from" or "to" or "in" && !directory.IsUsedElsewhere(outside) && !PersonDirectory.LooksLikePerson(reading.Prose, outside))
        {
            return null; // "from The Mill (Jane Roe! sweating!) to Signals (John Doe!)"
        }

        if (outside.Parts > 1 && outside.First > 0 && reading.Prose.Tokens[outside.First - 1] is { IsLowerWord: true } noun && (Words.PersonNouns.Contains(noun.Lower) || Agents.IsAgent(noun.Lower)) && !Makers.Contains(noun.Lower) && reading.Names.CouldBePerson(outside))
        {
            return (inner, character, 0.9); // "and navigator Ilmo Rask (Jane Roe)"
        }

        if (!isSurelyActor && outside.Parts > 1 && PersonDirectory.LooksLikePerson(reading.Prose, outside) && !directory.IsUsedElsewhere(outside))
        {
            // Prose puts the actor into the bracket; lists of casts and filmographies, which do not, are told before.
            return looksLikePerson || goesOn ? (inner, character, goesOn ? 0.88 : 0.8) : null;
        }

        if (isSurelyActor || looksLikePerson || IsCharacter(reading, outside) || (outside.Parts == 1 && directory.IsUsedElsewhere(outside)))
        {
            return (inner, character, 0.9);
        }

        // "Malachy (Fergal Roe)", "Ilmo Rask (John Doe)": films of people's names are rare; but places have brackets.
        return reading.Names.CouldBePerson(outside) && !IsPlace(reading, outside.First) ? (inner, character, outside.Parts == 1 ? 0.86 : 0.84) : null;
    }

    // "Pensioner Wilf" at the start of a sentence is Wilf.
    private static NameSpan WithoutNoun(Reading reading, NameSpan outside) =>
        outside.Parts > 1 && (Words.PersonNouns.Contains(reading.Prose.Tokens[outside.First].Lower) || (outside.First == reading.Prose.Sentences[reading.Prose.SentenceOf[outside.First]].First && Agents.IsAgent(reading.Prose.Tokens[outside.First].Lower))) && !Words.Honorifics.Contains(reading.Prose.Tokens[outside.First].Lower) && !Words.GivenNames.Contains(reading.Prose.Tokens[outside.First].Lower)
            ? new NameSpan(outside.First + 1, outside.Last, outside.Parts - 1)
            : outside;

    private static bool IsAcronym(Reading reading, NameSpan outside) => outside.Parts == 1 && reading.Names.IsAcronymAt(outside.First);

    // "Best Actor (Jane Roe)".
    private static bool IsAward(Reading reading, NameSpan outside)
    {
        for (var k = outside.First; k < outside.Last; k++)
        {
            if (Words.Occupations.Contains(reading.Prose.Tokens[k].Lower) || (outside.Parts == 1 && Phrases.Genres.TryFind(reading.Prose.Tokens, k, k + 1, out _, out _)) || reading.Prose.Tokens[k].Lower is "best" or "role" or "award" or "supporting")
            {
                return true;
            }
        }

        return false;
    }

    // "Cast: Jane Roe (Anna), John Doe (Tom)".
    private static bool IsCastList(Reading reading, int open)
    {
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[open]].First;
        return first + 1 < open && reading.Prose.Tokens[first].Lower is "cast" or "starring" or "stars" or "with" or "actors" or "featuring" && reading.Prose.Tokens[first + 1].Is(":");
    }

    private static bool IsPlace(Reading reading, int at) =>
        at > 0 && reading.Prose.Tokens[at - 1].Lower is "in" or "at" or "near" or "from" or "to" or "on" or "through" or "outside" or "inside" or "via" or "the";

    private static bool IsCharacter(Reading reading, NameSpan outside)
    {
        var first = reading.Prose.Tokens[outside.First].Lower;
        return (outside.Parts == 1 && Words.GivenNames.Contains(first)) || (outside.Parts > 1 && Words.Honorifics.Contains(first));
    }

    private static NameSpan Before(Reading reading, int open)
    {
        // A figure known as "the Ferryman" (John Doe).
        var end = open > 2 && reading.Prose.Tokens[open - 1].Lower is "\"" or "'" ? open - 1 : open;
        return Ending(reading, end) is { Parts: > 0 } name ? name : Apposed(reading, open);
    }

    private static NameSpan Ending(Reading reading, int end)
    {
        for (var k = reading.Names.IndexFrom(Math.Max(0, end - 8)); k < reading.Names.Spans.Count && reading.Names.Spans[k].First < end; k++)
        {
            if (reading.Names.Spans[k].Last == end)
            {
                return reading.Names.Spans[k];
            }
        }

        return default;
    }

    // "Anna, a retired judge (Jane Roe)": the name before the apposition.
    private static NameSpan Apposed(Reading reading, int open)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[open]].First;
        var k = open - 1;
        while (k > first && open - k <= LongestApposition && tokens[k].IsLowerWord && tokens[k].Lower is not ("a" or "an" or "the" or "his" or "her" or "their" or "and" or "who" or "that" or "with"))
        {
            k--;
        }

        return k > first + 1 && k < open - 1 && tokens[k].Lower is "a" or "an" or "the" or "his" or "her" or "their" && tokens[k - 1].Is(",") ? Ending(reading, k - 1) : default;
    }

    // "A Halland Cine (Lisbon), Brandt Film (Oslo) production.": where firms sit.
    private static bool IsOfFirm(Reading reading, int open)
    {
        var tokens = reading.Prose.Tokens;
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[open]];
        var last = sentence.Last - (tokens[sentence.Last - 1].Is(".") ? 2 : 1);
        return last > open && tokens[last].Lower is "production" or "presentation" or "release" or "co-production" && (tokens[sentence.First].Lower is "a" or "an" or "(" or "production" || tokens[last - 1].Is(")"));
    }
}
