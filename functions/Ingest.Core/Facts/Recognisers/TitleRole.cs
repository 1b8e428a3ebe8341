using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The character that a title names, for "the title character".</summary>
internal static class TitleRole
{
    /// <summary>Stands for the character until the film's title is asked.</summary>
    public const string Marker = "\0title";

    /// <summary>The name in a title that is a name, up to a colon; null for other titles.</summary>
    public static string? Of(Film film)
    {
        var name = film.Title.Split(':')[0].Trim();
        var tokens = Tokeniser.Read(name);
        return tokens.Count is >= 1 and <= 3 && tokens.TrueForAll(t => t is { Kind: TokenKind.Word, IsCapital: true } && !Words.NeverInNames.Contains(t.Lower)) ? name : null;
    }
}
