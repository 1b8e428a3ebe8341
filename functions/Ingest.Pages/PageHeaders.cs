namespace Ingest.Pages;

/// <summary>The headers that every page carries besides its content type.</summary>
public static class PageHeaders
{
    /// <summary>What a page may load: its stylesheet and its icon. No script of any kind runs.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    /// <summary>Names and values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "same-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cache-Control", "no-cache"),
    ];
}
