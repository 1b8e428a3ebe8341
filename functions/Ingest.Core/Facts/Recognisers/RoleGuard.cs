using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Where "A ... as X" means that A plays X, and who X may be.</summary>
internal static class RoleGuard
{
    private static readonly HashSet<string> NotActing = new(StringComparer.Ordinal)
    {
        "known", "described", "regarded", "seen", "remembered", "credited", "works", "worked", "career", "serves", "served", "hailed", "considered", "director", "writer", "producer", "composer", "directed", "wrote",
        "as", "such", "introduced", "listed", "billed", "referred", "identified", "cited", "recognised", "recognized", "acclaimed", "presented", "refers", "thinks", "thought", "view", "views", "viewed", "sees", "treats", "nominated", "began", "started", "trained", "produced", "produces", "executive",
        "compared", "mentioned", "named", "cites", "describes", "calls", "called", "uses", "used", "honoured", "honored", "elected", "appointed", "arrested", "disguised", "dressed", "posing", "poses", "masquerading", "soon", "twice", "both", "dubbed", "like", "just", "same", "quoted", "says", "said", "originally", "initially", "formerly", "previously", "earlier", "once",
    };

    /// <summary>Whether the words between a person and a part leave it that the person plays the part.</summary>
    public static bool IsActing(Reading reading, int from, int to)
    {
        var people = 0;
        to -= to > from && reading.Prose.Tokens[to - 1].Is("as") ? 1 : 0;

        // An aside between commas says other things of the person.
        for (var k = to - 1; k > from; k--)
        {
            if (reading.Prose.Tokens[k].Is(",") && reading.Prose.Tokens[from].Is(","))
            {
                from = k;
                break;
            }
        }

        for (var k = from; k < to; k++)
        {
            if (NotActing.Contains(reading.Prose.Tokens[k].Lower))
            {
                return false;
            }

            people += (reading.Names.At(k).Parts > 1 || (reading.Names.At(k).Parts == 1 && reading.Names.IsSurname(reading.Prose.Tokens[k].Lower))) && !reading.Prose.Tokens[k - 1].Is("(") ? 1 : 0;
        }

        return people == 0;
    }

    /// <summary>"As Anna, Jane Roe shines": nobody stands before who could have the part, and the person is whole.</summary>
    public static bool StandsInFront(Reading reading, int at, NameSpan name)
    {
        var tokens = reading.Prose.Tokens;
        return (at == reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First || tokens[at - 1].Lower is "," or "and" or "but" or ";" or "-" or "while")
            && !(name.Last < tokens.Count && tokens[name.Last].Is("'s"));
    }

    /// <summary>"plays a harbour pilot", "as his fixer": nobody by name, but somebody.</summary>
    public static bool IsSomebody(Reading reading, int first, RoleSpan role, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var isOfSomeone = tokens[first].IsCapital && first + 1 < limit && tokens[first + 1].Is("'s");
        if (!isOfSomeone && tokens[first].Lower is not ("a" or "an" or "the" or "his" or "her" or "their" or "its" or "one" or "two" or "another"))
        {
            return false;
        }

        for (var k = first + 1; k < Math.Min(limit, Math.Max(role.Last, first + 8)) && k - first <= 10; k++)
        {
            var word = tokens[k].Lower;
            if (tokens[k].IsCapital && tokens[first].Lower is "a" or "an" or "the" && NounPhrase.EndsAt(tokens, k + 1, limit) && Phrases.Countries.TryFind(tokens, k, k + 1, out var land, out _) && !string.Equals(land, word, StringComparison.OrdinalIgnoreCase))
            {
                return true; // "as a drunken Ruritanian"
            }

            if (!tokens[k].IsLowerWord && !tokens[k].IsCapital && word is not ("-" or "'s"))
            {
                return false;
            }

            if (Words.PersonNouns.Contains(word) || Words.PersonNouns.Contains(Agents.Singular(word)) || (k + 1 < limit && Agents.IsAgent(word) && !(tokens[k + 1].IsLowerWord && !Words.Blockers.Contains(tokens[k + 1].Lower) && !Words.Verbs.Contains(tokens[k + 1].Lower))))
            {
                return !IsClause(reading, first, k + 1, limit);
            }

            if (Words.Blockers.Contains(word) && word is not ("of" or "and"))
            {
                return false;
            }
        }

        return false;
    }

    // ", as the heroine keeps telling us": what somebody does, no part.
    private static bool IsClause(Reading reading, int first, int verb, int limit)
    {
        var tokens = reading.Prose.Tokens;
        return first > 1 && verb < limit && tokens[first - 1].Is("as") && tokens[first - 2].Is(",") && tokens[verb].IsLowerWord && tokens[verb].Lower.EndsWith('s') && Words.Verbs.Contains(tokens[verb].Lower);
    }

    /// <summary>Whether a name is a film's title, or all of it but its article.</summary>
    public static bool IsOfTitle(Reading reading, NameSpan name) =>
        reading.Focus.MentionAt(name.First) is not null || (name.First > 0 && reading.Prose.Tokens[name.First - 1] is { IsCapital: true, Lower: "the" or "a" or "an" } && reading.Focus.MentionAt(name.First - 1) is not null);

    /// <summary>Whether another clause begins in a span.</summary>
    public static bool HoldsClause(Reading reading, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (reading.Prose.Tokens[k].Lower is "who" or "which" or "that" or "when" or "where" or "while" or "because" or "if" or "whose" or "film" or "movie")
            {
                return true;
            }
        }

        return false;
    }
}
