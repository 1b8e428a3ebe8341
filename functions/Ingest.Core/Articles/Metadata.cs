using System.Collections.Immutable;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>What a page says about its article, each from the best place that says it: JSON-LD and microdata, then meta
/// elements, then the visible text near the article.</summary>
internal sealed class Metadata
{
    private const int LongestName = 120;
    private const int MostAuthors = 20;

    private readonly PageShape _shape;
    private readonly ImmutableDictionary<string, string> _meta;
    private readonly StatedArticle _stated;

    public Metadata(PageShape shape, PageData data, StatedArticle stated)
    {
        _shape = shape;
        _meta = data.Meta;
        _stated = stated;
        Url = UrlOf();
        SiteName = SiteNameOf();
        Title = Headline.Of(shape, data, stated, SiteName);
        Authors = [.. AuthorsOf()];
    }

    public string? Title { get; }

    public ImmutableArray<string> Authors { get; }

    public string? Byline => Authors.IsEmpty ? null : string.Join(", ", Authors);

    public string? SiteName { get; }

    public string? Url { get; }

    public string? Description => Meta("og:description") ?? Meta("description");

    public string? Language => LanguageOf(_shape.Outline.Language) ?? LanguageOf(_stated.Text("inLanguage"))
        ?? LanguageOf(Meta("og:locale")) ?? LanguageOf(Meta("content-language"));

    /// <summary>The day of publication; a day that stands only in the text has to stand near the article's beginning.</summary>
    public DateOnly? PublishedOn(bool[] kept) => new PublicationDay(_shape, _meta, _stated, DayOrders.Of(Language), Url).Of(kept);

    private string? Meta(string name) =>
        _meta.TryGetValue(name, out var value) && VisibleText.Normalise(value) is { Length: > 0 } text ? text : null;

    private IEnumerable<string> AuthorsOf()
    {
        var stated = Names(_stated.Names("author").Take(MostAuthors));
        if (stated.Count > 0)
        {
            return stated;
        }

        if (Names((Meta("author") ?? "").Split(OutlineReader.MetaSeparator)) is { Count: > 0 } several)
        {
            return several.Take(3);
        }

        stated = Names([Meta("article:author") ?? "", Meta("dc.creator") ?? "", Meta("parsely-author") ?? "", Meta("sailthru.author") ?? "", Labelled(), _stated.OfPage("author") ?? ""]);
        if (stated.Count > 0)
        {
            return stated.Take(1);
        }

        var container = _shape.Outline.Elements[_shape.Container];
        var linked = Names(_shape.Outline.Authors
            .Where(author => author.Block >= container.FirstBlock - 15 && author.Block < container.EndBlock + 3)
            .Select(author => author.Text));
        return linked.Count > 0 ? linked.Take(3) : Visible();
    }

    // Labels that pages give to those who share them: "Written by", NAME.
    private string Labelled() =>
        Meta("twitter:label1") is { } label && NameLine.IsBy(label) && Meta("twitter:data1") is { } name ? name : "";

    // The line near the beginning of the text that says "by", or that the page's markup calls the author's.
    private List<string> Visible()
    {
        var container = _shape.Outline.Elements[_shape.Container];
        var blocks = _shape.Outline.Blocks;
        var prose = Array.FindIndex(_shape.Shapes, container.FirstBlock, container.EndBlock - container.FirstBlock, shape => shape.IsProse);
        var first = Math.Max(container.FirstBlock, prose);
        var end = Math.Min(first + 4, blocks.Count);
        for (var i = Math.Max(0, first - 12); i < end; i++)
        {
            if (blocks[i].Text.Length < LongestName && NameLine.Of(blocks[i].Apart, SaysAuthor(i) || (i > 0 && NameLine.IsBy(blocks[i - 1].Text))) is { } name && Names([name]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return Names(_shape.Outline.Bylines
            .Where(byline => byline.Block >= first - 12 && byline.Block < end)
            .Select(byline => NameLine.Of(byline.Text, true) ?? "")
            .Where(name => name.Length > 0)
            .Take(1)) is { Count: > 0 } named ? named : Below(container);
    }

    // The line right behind the text that its element calls the author's.
    private List<string> Below(OutlineElement container)
    {
        var blocks = _shape.Outline.Blocks;
        var last = Array.FindLastIndex(_shape.Shapes, container.EndBlock - 1, container.EndBlock - container.FirstBlock, shape => shape.IsProse);
        for (var i = last + 1; last >= 0 && i < Math.Min(last + 3, container.EndBlock); i++)
        {
            if (blocks[i].Text.Length < LongestName && SaysAuthor(i) && !IsOfComments(i) && NameLine.Of(blocks[i].Apart, true) is { } name)
            {
                return Names([name]);
            }
        }

        return [];
    }

    private bool IsOfComments(int block)
    {
        var elements = _shape.Outline.Elements;
        for (var i = _shape.Outline.Blocks[block].Element; i > _shape.Container; i = elements[i].Parent)
        {
            if (elements[i].Hints.HasFlag(Hints.Comments))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the block is the whole of an element that is named after the author.
    private bool SaysAuthor(int block)
    {
        var elements = _shape.Outline.Elements;
        for (var i = _shape.Outline.Blocks[block].Element; i >= 0 && elements[i].EndBlock - elements[i].FirstBlock <= 2; i = elements[i].Parent)
        {
            if (HintWords.NamesAuthor(elements[i].ClassAndId))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Names(IEnumerable<string> texts)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            var name = NameLine.WithoutByWord(VisibleText.Normalise(Entities.Decode(text))).Trim(' ', ',', ';', '-', '–', '|');
            if (name.Length is > 1 and < LongestName
                && !name.Contains("://", StringComparison.Ordinal)
                && name[0] != '/'
                && name.Any(char.IsLetter)
                && !name.Any(char.IsAsciiDigit)
                && !name.Equals(SiteName, StringComparison.OrdinalIgnoreCase)
                && !name.Equals("admin", StringComparison.OrdinalIgnoreCase)
                && name.Count(c => c == ' ') < 12
                && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private string? SiteNameOf()
    {
        if (Meta("og:site_name") is { } open && VisibleText.Normalise(Entities.Decode(open)) is { Length: > 0 } name)
        {
            return name;
        }

        return _stated.Names("publisher").FirstOrDefault() ?? Meta("application-name") ?? Meta("apple-mobile-web-app-title") ?? Meta("dc.publisher");
    }

    // What the page calls its own address comes first, if need be from where another address of it starts.
    private string? UrlOf()
    {
        string?[] stated = [_shape.Outline.Canonical, Meta("og:url"), _stated.Text("url"), _stated.Text("mainEntityOfPage"), Meta("twitter:url")];
        if (stated[0]?.Trim() is { Length: > 0 } own && WebAddress(own) is null)
        {
            var start = stated.Append(_shape.Outline.Base).Select(WebAddress).FirstOrDefault(address => address is not null);
            stated[0] = own.StartsWith("//", StringComparison.Ordinal) ? $"{start?.Scheme ?? Uri.UriSchemeHttps}:{own}"
                : start is not null && Uri.TryCreate(start, own, out var whole) ? whole.AbsoluteUri
                : null;
        }

        return stated.FirstOrDefault(url => WebAddress(url) is not null)?.Trim();
    }

    private static Uri? WebAddress(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && !address.OriginalString.Any(char.IsControl)
            ? address
            : null;

    // "en_US" is "en-us"; what is no tag of letters and digits is none.
    private static string? LanguageOf(string? stated)
    {
        var tag = stated?.Split(',', ';', ' ')[0].Trim().Replace('_', '-').ToLowerInvariant();
        return tag is { Length: >= 2 and <= 35 }
            && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && tag.Split('-')[0] is { Length: 2 or 3 } primary
            && primary.All(char.IsAsciiLetter)
                ? tag
                : null;
    }
}
