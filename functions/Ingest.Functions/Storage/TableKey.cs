using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Functions.Storage;

/// <summary>Keys of tables from any text.</summary>
/// <remarks>ASCII letters, digits, hyphen, dot and underscore stand for themselves; every other UTF-8 byte is <c>=</c> and
/// two upper-case hexadecimal digits. So different texts have different keys, the key of a text's beginning begins the
/// text's key, and no key meets a character that the service or a URL treats in a special way.</remarks>
internal static class TableKey
{
    /// <summary>Longest key that <see cref="Of"/> gives; the service allows 512.</summary>
    public const int MaxLength = 480;

    private const int KeptOfLong = 400;

    /// <summary>The key of a text. A text whose key would be too long ends in <c>=~</c> and the text's SHA-256 instead.</summary>
    public static string Of(string text)
    {
        var key = Escape(text);
        return key.Length switch
        {
            0 => "=",
            <= MaxLength => key,
            _ => $"{key.AsSpan(0, KeptOfLong)}=~{Hash(text)}",
        };
    }

    /// <summary>The escaped text, however long.</summary>
    public static string Escape(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'.' or (byte)'_')
            {
                key.Append((char)unit);
            }
            else
            {
                key.Append(CultureInfo.InvariantCulture, $"={unit:X2}");
            }
        }

        return key.ToString();
    }

    /// <summary>SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
