using System.Globalization;

namespace Ingest.Pages;

/// <summary>Addresses of the pages. Every part is escaped, whatever it holds.</summary>
public static class Links
{
    /// <summary>The start page.</summary>
    public const string Start = "/";

    /// <summary>Where files are added.</summary>
    public const string Add = "/#add";

    /// <summary>The reviews that arrived last.</summary>
    public const string LatestReviews = "/#reviews-heading";

    /// <summary>All films, by title.</summary>
    public const string AllFilms = "/?title=";

    /// <summary>The description of the API.</summary>
    public const string Api = "/api/openapi.json";

    /// <summary>The page of a film.</summary>
    public static string Film(string id) => "/films/" + Uri.EscapeDataString(id);

    /// <summary>The profile of a film as JSON.</summary>
    public static string FilmJson(string id) => "/api/films/" + Uri.EscapeDataString(id);

    /// <summary>The page of a review, at the sentence that starts at an offset of its text where one is given. The names
    /// <c>.</c> and <c>..</c> have no address that arrives: they lead to the latest reviews.</summary>
    public static string Review(string name, int? start = null) => IsDots(name)
        ? LatestReviews
        : "/reviews/" + Path(name) + (start is { } offset ? "#" + SentenceId(offset) : "");

    /// <summary>The review as JSON; where the name has no address that arrives, the list that it stands in.</summary>
    public static string ReviewJson(string name) => IsDots(name)
        ? "/api/reviews?status=rejected&limit=100"
        : "/api/reviews/" + Path(name);

    /// <summary>The search for films of a title.</summary>
    public static string Search(string title) => Search(new FilmSearch(title));

    /// <summary>A search, at the page that a continuation leads to where one is given.</summary>
    public static string Search(FilmSearch search, string? continuation = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        return "/?title=" + Uri.EscapeDataString(search.Title ?? "")
            + Part("person", search.Person) + Part("year", search.Year) + Part("continuation", continuation);

        static string Part(string name, string? value) =>
            string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
    }

    /// <summary>The anchor of the sentence that starts at an offset of a review's text.</summary>
    public static string SentenceId(int start) => "s" + start.ToString(CultureInfo.InvariantCulture);

    /// <summary>An address that a review gives, when it leads to the web by http or https; otherwise null.</summary>
    public static string? External(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp)
            ? parsed.AbsoluteUri
            : null;

    // Slashes stay slashes, but where what lies between them is empty or dots: clients and servers on the way tidy that away.
    private static string Path(string name)
    {
        var segments = name.Split('/');
        return string.Join(segments.Any(segment => segment.Length == 0 || IsDots(segment)) ? "%2F" : "/", segments.Select(Uri.EscapeDataString));
    }

    private static bool IsDots(string segment) => segment is "." or "..";
}
