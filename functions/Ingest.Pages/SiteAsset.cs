using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Ingest.Pages;

/// <summary>A file that the pages need, such as their stylesheet.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="ContentType">Its media type, with charset.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Version">Changes with its bytes: sixteen hexadecimal digits.</param>
public sealed record SiteAsset(string Name, string ContentType, ReadOnlyMemory<byte> Content, string Version)
{
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly FrozenDictionary<string, SiteAsset> All =
        new[]
        {
            Read("site.css", "text/css; charset=utf-8"),
            Read("icon.svg", "image/svg+xml; charset=utf-8"),
            Read("search.js", Script),
            Read("drop.js", Script),
            Read("review.js", Script),
            Read("watch.js", Script),
        }
        .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The stylesheet of every page.</summary>
    public static SiteAsset Stylesheet => All["site.css"];

    /// <summary>The icon of every page.</summary>
    public static SiteAsset Icon => All["icon.svg"];

    /// <summary>Suggests films while a title is typed, on every page.</summary>
    public static SiteAsset SearchScript => All["search.js"];

    /// <summary>Adds files, on the start page.</summary>
    public static SiteAsset DropScript => All["drop.js"];

    /// <summary>Follows what becomes of a review, on its page.</summary>
    public static SiteAsset ReviewScript => All["review.js"];

    /// <summary>Its address, which changes with its bytes.</summary>
    public string Url => $"/assets/{Name}?v={Version}";

    /// <summary>The asset of that name, or null.</summary>
    public static SiteAsset? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>How long the answer to a request may be kept: for ever under the address of this version, otherwise until
    /// the next request.</summary>
    /// <param name="requestedVersion">The version that the request asks for, if it does.</param>
    public string CacheControl(string? requestedVersion) =>
        requestedVersion == Version ? "public, max-age=31536000, immutable" : "no-cache";

    private static SiteAsset Read(string name, string contentType)
    {
        using var resource = typeof(SiteAsset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new(name, contentType, content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }
}
