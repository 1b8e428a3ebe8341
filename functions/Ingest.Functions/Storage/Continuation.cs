using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Functions.Storage;

/// <summary>A place in a listing as a text that is safe in a URL, and that is of use for the query only that it was given
/// for.</summary>
internal static class Continuation
{
    private const int CheckBytes = 8;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="place">The place.</param>
    /// <param name="query">What is listed, in a form that is the same for the same listing.</param>
    public static string Encode(string place, string query) =>
        Base64Url.EncodeToString([.. CheckOf(place, query), .. Encoding.UTF8.GetBytes(place)]);

    /// <summary>The place.</summary>
    /// <exception cref="FormatException">The text is no continuation of this query.</exception>
    public static string Decode(string continuation, string query)
    {
        var bytes = Base64Url.DecodeFromChars(continuation);
        try
        {
            var place = bytes.Length > CheckBytes ? Strict.GetString(bytes.AsSpan(CheckBytes)) : "";
            return place.Length > 0 && bytes.AsSpan(0, CheckBytes).SequenceEqual(CheckOf(place, query))
                ? place
                : throw new FormatException("The text is no continuation of this query.");
        }
        catch (DecoderFallbackException reason)
        {
            throw new FormatException("The text is no continuation.", reason);
        }
    }

    // Tells mistakes, not attacks: who makes up a place finds nothing there that a query would not give.
    private static ReadOnlySpan<byte> CheckOf(string place, string query) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{query}\n{place}")).AsSpan(0, CheckBytes);
}
