using System.Buffers.Text;
using System.Text;

namespace Ingest.Functions.Storage;

/// <summary>A place in a listing as a text that is safe in a URL.</summary>
internal static class Continuation
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Encode(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <exception cref="FormatException">The text is no continuation.</exception>
    public static string Decode(string continuation)
    {
        try
        {
            return Strict.GetString(Base64Url.DecodeFromChars(continuation));
        }
        catch (DecoderFallbackException reason)
        {
            throw new FormatException("The text is no continuation.", reason);
        }
    }
}
