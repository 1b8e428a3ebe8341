using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace Ingest.Functions.Tests.Security;

/// <summary>A name that blobs may have, and that something on the way may misread.</summary>
/// <param name="Text">The name.</param>
/// <param name="IsUsable">Whether its file is read; otherwise its review is rejected by its name.</param>
internal sealed record HostileName(string Text, bool IsUsable)
{
    private static readonly string[] Usable =
    [
        // What addresses and their escapes are made of.
        "a%2Fb", "a%2fb", "%2e%2e/x", "%2E%2E%2Fother%2Fx", "..%2f..%2fother%2fx", "100%", "%", "%%", "%zz", "%2", "%41", "%25", "%2541",
        "%00", "a%00b", "a%0Ab", "a%0D%0AX-Evil: 1", "%5C", "%C3%A9", "%ED%A0%80", "%c0%af..%c0%af", "%u002e", "a?b", "?", "a?b=c&d#e", "#", "a#b",
        "a+b", "a&b=c", "a;b=c", "a=b", "a:b", "http://a.example/b", "a//b", "a///b", "a@b", "~a", "$", "$root",
        "a|b", "*", "[a]", "{name}", "{0}", "^", "`", "a,b", "(a)", "!", "!group", "!handed-x", "=", "=~", "a=2Fb",

        // Dots that are no segments of dots.
        "...", "..a", "a..", "a.", "a./b", ".a", ".a/b", "a/...", "a..b", ". .",

        // White space and quotes.
        " ", " a", "a ", "a b", "a /b", "a/ b", "\u00a0", "\u3000a\u3000", "\"a\"", "'a'", "a' or 'b' eq 'b", "<b>a</b>", "<script>alert(1)</script>", "a\"; x=\"",

        // What is written in the wrong direction, not at all, or in two ways.
        "\u202egnp.lmth", "\u2066a\u2069", "\u200e", "\u200b", "\ufeffa", "a\u2028b", "a\u2029b", "\u00e9.html", "e\u0301.html", "\u212b.html", "\u00c5.html",
        "A.HTML", "a.html", "\ufdd0", "\ue000", "\U0001F600.html", "\U0001F469\u200D\U0001F52C", "\u05d0\u05d1", "\ufb01lm",

        // Names of other things.
        "reviews", "api/reviews", "retry", "a.html/retry", "CON", "nul", "index.html", "health", "openapi.json", "0", "-1",

        // As long as can be.
        new('a', 1024), new('\u00e9', 1024), new('\u6620', 1024), string.Concat(Enumerable.Repeat("\U0001F600", 512)),
        string.Join('/', Enumerable.Repeat("a", 254)),
    ];

    private static readonly string[] Unusable =
    [
        "../x", "../other/x", "../../x", "a/../b", "a/./b", "./a", "a/.", "a/..", "..", ".", "a/../../other/x",
        "/a", "//a", "a/", "a//", "/", "//", "a\tb", "a\nb", "a\r\nX-Evil: 1", "a\u007fb", "a\u0085b", "a\u009fb",
        new('a', 1025), new('\u00e9', 1025), string.Concat(Enumerable.Repeat("\U0001F600", 513)), string.Join('/', Enumerable.Repeat("a", 255)),
    ];

    // These are no listing's: what would hold one could not be listed at all, or would list another name.
    private static readonly string[] Unlisted =
        ["a\0b", "a\u0001b", "a\u001fb", "a\\b", "..\\x", "\\", "a\ufffeb", "a\uffff", "a\ud83d", "\ude00a"];

    /// <summary>Every name that storage may list.</summary>
    public static ImmutableArray<HostileName> Listed { get; } =
        [.. Usable.Select(text => new HostileName(text, true)), .. Unusable.Select(text => new HostileName(text, false))];

    /// <summary>Names that are never listed, and must not be let in.</summary>
    public static ImmutableArray<string> NeverListed { get; } = [.. Unlisted];

    /// <summary>Whether its address arrives as it was sent: dots alone are tidied away by clients and servers.</summary>
    public bool HasAddress => Text is not ("." or "..");

    /// <summary>Stores a blob of this very name, whatever the client would make of it.</summary>
    public async Task StoreAsync(BlobContainerClient container, byte[] content)
    {
        if (IsUsable)
        {
            await container.GetBlobClient(Text).UploadAsync(BinaryData.FromBytes(content), overwrite: true);
            return;
        }

        var answer = await SendAsync(container, "PUT", content);
        Assert.StartsWith("HTTP/1.1 201", answer, StringComparison.Ordinal);
    }

    /// <summary>Deletes the blob of this very name.</summary>
    public async Task DeleteAsync(BlobContainerClient container) =>
        Assert.StartsWith("HTTP/1.1 202", await SendAsync(container, "DELETE", []), StringComparison.Ordinal);

    // The client, and .NET's addresses, would tidy the name.
    private async Task<string> SendAsync(BlobContainerClient container, string method, byte[] content)
    {
        var sas = container.GenerateSasUri(BlobContainerSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1));
        var target = $"{sas.AbsolutePath}/{Uri.EscapeDataString(Text).Replace(".", "%2E", StringComparison.Ordinal)}{sas.Query}";
        var head = $"{method} {target} HTTP/1.1\r\nHost: {sas.Authority}\r\nx-ms-version: 2021-12-02\r\nx-ms-blob-type: BlockBlob\r\n"
            + $"Content-Length: {content.Length}\r\nConnection: close\r\n\r\n";
        using var connection = new TcpClient(sas.Host, sas.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(content);
        return await new StreamReader(stream).ReadToEndAsync();
    }
}
