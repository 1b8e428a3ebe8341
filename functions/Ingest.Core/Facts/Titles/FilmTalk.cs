using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Whether a text speaks of films at all: in a text about anything else no title is a film's.</summary>
internal static class FilmTalk
{
    // A short notice need not say "film".
    private const int ShortText = 60;
    private const int MiddlingText = 250;
    private const double LeastShare = 0.006;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("film-talk.txt");

    /// <summary>Whether it does.</summary>
    public static bool Is(List<Token> tokens)
    {
        var words = 0;
        var score = 0.0;
        var sure = 0;
        var (certain, possible) = (Vocabulary["sure"], Vocabulary["perhaps"]);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
        {
            words += token.Kind == TokenKind.Word ? 1 : 0;
            var isSure = certain.Contains(token.Lower);
            sure += isSure ? 1 : 0;
            score += isSure ? 1 : possible.Contains(token.Lower) ? 1 / 3.0 : 0;
        }

        return words < ShortText || (sure >= (words < MiddlingText ? 1 : 3) && score >= Math.Max(1, LeastShare * words));
    }
}
