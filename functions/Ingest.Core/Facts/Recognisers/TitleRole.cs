using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The character that a title names, for "the title character".</summary>
internal static class TitleRole
{
    /// <summary>Stands for the character until the film's title is asked.</summary>
    public const string Marker = "\0title";

    private const int LongestName = 3;

    private static readonly HashSet<string> Tellings = new(StringComparer.Ordinal)
    {
        "legend", "adventures", "adventure", "story", "life", "ballad", "tale", "curse", "return", "death", "trial", "passion", "confessions", "diary", "case", "education", "rise", "fall", "chronicles", "mask", "secret", "ghost", "bride", "son", "song", "testament", "revenge", "memoirs", "misadventures", "tragedy",
    };

    /// <summary>The name in a title that is or holds one; null for other titles.</summary>
    /// <remarks>"Anna", "The Ferryman", "Anna of the Hills", "Mr. Roe's Pigeons", "The Legend of Anna"; what stands after a colon is left out.</remarks>
    public static string? Of(Film film)
    {
        var title = film.Title.Split(':')[0].Trim();
        var tokens = Tokeniser.Read(title);
        if (tokens.Count > 3 && tokens[0].Is("the") && Tellings.Contains(tokens[1].Lower) && tokens[2].Is("of"))
        {
            return IsName(tokens, 3, tokens.Count) ? title[tokens[3].Start..] : null;
        }

        if (tokens.Count == 2 && tokens[0].Is("the"))
        {
            return IsName(tokens, 1, 2) ? title : null;
        }

        var end = tokens.FindIndex(t => t.Lower is "'s" or "of" or "in" or "vs." or "vs" or "versus" or "on" or "from" or "to" or "takes" or "goes" or "meets");
        end = end < 0 ? tokens.Count : end;
        return IsName(tokens, 0, end) ? title[..tokens[end - 1].End] : null;
    }

    private static bool IsName(List<Token> tokens, int first, int end)
    {
        if (end - first is 0 or > LongestName)
        {
            return false;
        }

        for (var k = first; k < end; k++)
        {
            if (tokens[k] is not { Kind: TokenKind.Word, IsCapital: true } || Words.NeverInNames.Contains(tokens[k].Lower))
            {
                return false;
            }
        }

        return true;
    }
}
