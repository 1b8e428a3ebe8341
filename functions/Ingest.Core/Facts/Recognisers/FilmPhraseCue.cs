using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// What kind of film it is, said without naming it: "as heist films go", "billed as a romance, this one", "not your usual
/// thriller", "call it a farce", "easily the best western in years", "Sturdy submarine thriller.".
/// </summary>
internal static class FilmPhraseCue
{
    private const int MostReferences = 40;
    private const int LongestFragment = 14;
    private const int MostAdjectives = 5;
    private const int EarlySentences = 2;
    private const double Plain = 0.84;
    private const double Likely = 0.8;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("kind-cues.txt");

    /// <summary>The film a phrase is said of by the words around it; null where none of them say so.</summary>
    public static (Film Film, double Confidence)? FilmOf(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        if (!phrase.HasGenreOrCountry || reading.Focus.DefaultAt(phrase.First) is not { IsSubject: true } film || NamesAnother(reading, sentence, film))
        {
            return null;
        }

        var sure = Sureness(reading, phrase, sentence);
        return sure > 0 ? (film, sure) : null;
    }

    private static double Sureness(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if (IsMeasure(tokens, phrase, sentence))
        {
            return Plain;
        }

        if (phrase.IsPlural)
        {
            return 0;
        }

        var start = phrase.Article >= 0 ? phrase.Article : phrase.First;
        return IsBilled(reading, phrase, start, sentence) || IsCalled(tokens, start, sentence) ? Plain
            : IsOpening(tokens, phrase, sentence) || IsBest(tokens, phrase, sentence) || IsUsual(tokens, phrase, sentence) || IsFragment(tokens, phrase, sentence) || IsLogline(reading, phrase, sentence) || IsFromMaker(tokens, phrase, sentence) ? Likely
            : 0;
    }

    // "As heist films go", "as folk horror goes".
    private static bool IsMeasure(List<Token> tokens, FilmPhrase phrase, Sentence sentence) =>
        phrase.First > sentence.First && tokens[phrase.First - 1].Is("as") && phrase.Article < 0 && phrase.Last < sentence.Last && tokens[phrase.Last].Lower is "go" or "goes";

    // "Billed as a supernatural romance, this one had".
    private static bool IsBilled(Reading reading, FilmPhrase phrase, int start, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if (phrase.Last + 1 >= sentence.Last || !tokens[phrase.Last].Is(",") || !(reading.Slots.References.ContainsKey(phrase.Last + 1) || tokens[phrase.Last + 1].Lower is "this" or "it" or "the" or "here"))
        {
            return false;
        }

        var before = start - 1;
        if (before - 1 < sentence.First || !(tokens[before].Is("as") || (tokens[before].Is("be") && tokens[before - 1].Is("to"))))
        {
            return false;
        }

        before -= tokens[before].Is("be") ? 2 : 1;
        return before >= sentence.First && Classes["billed"].Contains(tokens[before].Lower) && (before == sentence.First || tokens[before - 1].Lower is "," or "though" or "although" or "while" or ";");
    }

    // "Call it a farce", "it calls itself a satire", "approach it as a comedy", "effective as a thriller".
    private static bool IsCalled(List<Token> tokens, int start, Sentence sentence)
    {
        var before = start - 1;
        if (before < sentence.First)
        {
            return false;
        }

        if (tokens[before].Lower is "it" or "this" && before - 1 >= sentence.First && tokens[before - 1].Is("call"))
        {
            return before - 1 == sentence.First || tokens[before - 2].Lower is "," or "let's" or "'s" or "could" or "might" or "can" or "-" or ";" or "me";
        }

        if (tokens[before].Is("itself") && before - 2 >= sentence.First && tokens[before - 1].Lower is "calls" or "bills" or "styles" or "advertises" or "declares")
        {
            return tokens[before - 2].Lower is "it" or "film" or "movie" or "this" or "which";
        }

        if (!tokens[before].Is("as") || before - 1 < sentence.First)
        {
            return false;
        }

        var verb = before - 1;
        if (verb - 1 >= sentence.First && tokens[verb].Lower is "it" or "this" or "the" && Classes["taken"].Contains(tokens[verb - 1].Lower))
        {
            return verb - 1 == sentence.First || tokens[verb - 2].Lower is "," or "you" or "if" or "best" or "to";
        }

        return (verb == sentence.First && Classes["effective"].Contains(tokens[verb].Lower))
            || (tokens[verb].Lower.EndsWith("ly", StringComparison.Ordinal) && verb - 2 >= sentence.First && tokens[verb - 1].Lower is "works" or "succeeds" or "functions" or "plays" && tokens[verb - 2].Lower is "it" or "film" or "movie" or "this");
    }

    // "A comedy, then, and a sad one", "A drama, yes".
    private static bool IsOpening(List<Token> tokens, FilmPhrase phrase, Sentence sentence) =>
        phrase.Article == sentence.First && tokens[phrase.Article].Lower is "a" or "an" && phrase.Last + 2 < sentence.Last && tokens[phrase.Last].Is(",") && tokens[phrase.Last + 1].Lower is "then" or "yes" or "certainly" or "perhaps" or "sure" or "admittedly"
        && tokens[phrase.Last + 2].Lower is "," or ";" or "." or "-" or "but";

    // "Easily the funniest mockumentary since", "The best western in years."
    private static bool IsBest(List<Token> tokens, FilmPhrase phrase, Sentence sentence)
    {
        if (phrase.Article < 0 || !tokens[phrase.Article].Is("the") || phrase.Article + 1 >= phrase.First || !IsSuperlative(tokens, phrase.Article + 1)
            || (phrase.Article > sentence.First && !(phrase.Article == sentence.First + 1 && Classes["surely"].Contains(tokens[sentence.First].Lower))))
        {
            return false;
        }

        return phrase.Last >= sentence.Last - 1 || tokens[phrase.Last].Lower is "since" or "in" or "of" or "i" or "i've" or "you" or "you'll" or "we" or "we've" or "ever" or "this" or "to";
    }

    private static bool IsSuperlative(List<Token> tokens, int at) =>
        tokens[at].Lower is "best" or "worst" or "most" or "least" || (tokens[at].IsLowerWord && tokens[at].Lower.Length > 5 && tokens[at].Lower.EndsWith("est", StringComparison.Ordinal) && !(tokens[at].Lower is "latest" or "honest" or "earliest" or "biggest" or "modest"));

    // "Not your run-of-the-mill zombie film", "It's your basic creature feature".
    private static bool IsUsual(List<Token> tokens, FilmPhrase phrase, Sentence sentence)
    {
        for (var k = phrase.First - 1; k > sentence.First && phrase.First - k <= MostAdjectives; k--)
        {
            if (tokens[k].Is("your"))
            {
                return k + 1 < phrase.First && Classes["usual"].Contains(tokens[k + 1].Lower)
                    && (tokens[k - 1].Lower is "not" or "n't" or "isn't" or "hardly" ? k - 1 == sentence.First || tokens[k - 2].Lower is "is" or "'s" or "was" or "this" or "it" or "," : tokens[k - 1].Lower is "is" or "'s" && k - 2 >= sentence.First && tokens[k - 2].Lower is "it" or "this" or "here" or "that");
            }

            if (!tokens[k].IsLowerWord && tokens[k].Lower is not ("," or "-"))
            {
                return false;
            }
        }

        return false;
    }

    // "Sturdy submarine thriller.", "Limp stoner comedy with a good dog."
    private static bool IsFragment(List<Token> tokens, FilmPhrase phrase, Sentence sentence)
    {
        if (phrase.Article >= 0 || phrase.Genres.Count == 0 || sentence.Last - sentence.First > LongestFragment || phrase.First - sentence.First > MostAdjectives)
        {
            return false;
        }

        // A name before the kind is another's: "Ilse Brandt melodrama".
        var opens = Enumerable.Range(sentence.First, phrase.First - sentence.First);
        if (opens.Any(k => (tokens[k].IsCapital && k > sentence.First) || (tokens[k].Kind == TokenKind.Word && (Words.Blockers.Contains(tokens[k].Lower) || Words.Verbs.Contains(tokens[k].Lower))) || (tokens[k].Kind == TokenKind.Mark && !tokens[k].Is(",")) || tokens[k].Kind == TokenKind.Number))
        {
            return false;
        }

        return (phrase.Last >= sentence.Last - 1 || tokens[phrase.Last].Lower is "with" or "about" or "from" or "starring" or "in" or "that" or "which")
            && !Enumerable.Range(phrase.Last, sentence.Last - phrase.Last).Any(k => tokens[k].Lower is "is" or "was" or "are" or "were" or "'s" or "has" or "had" or "?");
    }

    // "A robot outlives its patient in a well-acted sci-fi drama that never": the line above a review that tells its story.
    private static bool IsLogline(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        var body = reading.Prose.SentenceOf[Math.Min(reading.BodyStart, tokens.Count - 1)];
        return reading.Prose.SentenceOf[phrase.First] - body < EarlySentences && phrase.Article - 2 > sentence.First && tokens[phrase.Article].Lower is "a" or "an" or "this" && tokens[phrase.Article - 1].Is("in") && tokens[sentence.First].Lower is not ("in" or "when" or "i")
            && tokens[phrase.Article - 2].Lower is not ("star" or "stars" or "starred" or "starring" or "appears" or "appear" or "appeared" or "role" or "part" or "lead" or "scene" or "interested" or "like")
            && !Enumerable.Range(sentence.First, phrase.Article - sentence.First).Any(k => tokens[k].Lower is "actor" or "actress" or "role" or "career" or "starred" or "he" or "she" or "i" or "acting" or "filming");
    }

    // "Bound for a streaming bow, the drama from British helmer Jane Roe relocates".
    private static bool IsFromMaker(List<Token> tokens, FilmPhrase phrase, Sentence sentence)
    {
        if (phrase.Article < 0 || !tokens[phrase.Article].Is("the") || phrase.Last + 1 >= sentence.Last || tokens[phrase.Last].Lower is not ("from" or "by") || (phrase.Article > sentence.First && !tokens[phrase.Article - 1].Is(",")))
        {
            return false;
        }

        return Enumerable.Range(phrase.Last + 1, Math.Min(4, sentence.Last - phrase.Last - 1)).Any(k => Classes["maker"].Contains(tokens[k].Lower));
    }

    private static bool NamesAnother(Reading reading, Sentence sentence, Film film) => reading.Focus.Before(sentence, sentence.Last).Take(MostReferences).Any(r => r.Film is not null && r.Film != film);
}
