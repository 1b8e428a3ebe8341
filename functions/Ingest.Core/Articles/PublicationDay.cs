using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds the day an article was published: what the page states for machines, then what stands beside the
/// headline, then times further away, then the day in the page's address, and a day of change where there is nothing else.</summary>
internal sealed class PublicationDay(PageShape shape, ImmutableDictionary<string, string> meta, StatedArticle stated, DayOrder order, string? url)
{
    // Blocks between a headline's line and the text.
    private const int Above = 8;
    private const int Below = 2;

    // A time in this many blocks before the text stands beside the headline.
    private const int NearTime = 14;
    private const int FarTime = 40;

    private const int LongestLine = 100;

    // Of 1995 and of 2029: other numbers of ten digits are years with months, days and hours.
    private const long FirstSecond = 788_918_400;
    private const long LastSecond = 1_893_456_000;

    // Above the text such names are given to the article's own line as well.
    private const Hints ElsewhereBelow = Hints.Comments | Hints.Related | Hints.Sidebar | Hints.Footer | Hints.Navigation;

    /// <summary>The day; null where nothing tells.</summary>
    /// <param name="kept">Which blocks are the article's text.</param>
    public DateOnly? Of(bool[] kept)
    {
        string?[] said =
        [
            stated.Text("datePublished"), Meta("article:published_time"), Meta("og:article:published_time"), Meta("datepublished"),
            Meta("publishdate"), Meta("pubdate"), Meta("publish-date"), Meta("publication_date"), Meta("dc.date.issued"), Meta("dc.date"),
            Meta("dcterms.created"), Meta("dcterms.date"), Meta("date"), Meta("parsely-pub-date"), Meta("sailthru.date"),
            Meta("citation_publication_date"), Meta("article.published"), Meta("article:post_date"), stated.Text("dateCreated"),
        ];
        foreach (var text in said)
        {
            if ((Epoch(text) ?? DayText.Parse(text, order)) is { } day)
            {
                return day;
            }
        }

        var first = Math.Max(0, Array.IndexOf(kept, true));
        var last = Math.Max(first, Array.LastIndexOf(kept, true));
        var near = Nearest(first, last, NearTime);
        var line = Visible(first);
        return near.Published ?? line.Published ?? Nearest(first, last, FarTime).Published ?? OfAddress()
            ?? near.Updated ?? line.Updated ?? DayText.Parse(Meta("article:modified_time") ?? stated.Text("dateModified"));
    }

    // Seconds or milliseconds since 1970.
    private static DateOnly? Epoch(string? text) =>
        text is { Length: 10 or 13 } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && (text.Length == 10 ? time : time / 1000) is >= FirstSecond and < LastSecond and var seconds
                ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
                : null;

    private string? Meta(string name) => meta.GetValueOrDefault(name);

    // Times of comments and of other stories are not the article's.
    private (DateOnly? Published, DateOnly? Updated) Nearest(int first, int last, int distance)
    {
        (DateOnly? Published, DateOnly? Updated) best = default;
        var (published, updated) = (distance, distance);
        foreach (var time in shape.Outline.Times)
        {
            var away = Math.Abs(time.Block - first);
            if (time.Block > last + Below || IsElsewhere(time.Element, time.Block, first) || DayText.Parse(time.Value, order) is not { } day)
            {
                continue;
            }

            var kind = KindOf(time);
            if (kind == DayKind.Published && away < published)
            {
                (best.Published, published) = (day, away);
            }
            else if (kind == DayKind.Updated && away < updated)
            {
                (best.Updated, updated) = (day, away);
            }
        }

        return best;
    }

    private DayKind KindOf(OutlineTime time)
    {
        var named = $"{time.Names} {shape.Outline.Elements[time.Element].ClassAndId}";
        return named.Contains("publi", StringComparison.OrdinalIgnoreCase) || named.Contains("created", StringComparison.OrdinalIgnoreCase) ? DayKind.Published
            : named.Contains("updated", StringComparison.OrdinalIgnoreCase) || named.Contains("modified", StringComparison.OrdinalIgnoreCase) ? DayKind.Updated
            : DayWords.KindOf(time.Before);
    }

    // Whether a block stands in an element that is named after something else than the article, and the article does not
    // stand there as well.
    private bool IsElsewhere(int element, int block, int first)
    {
        var below = block > first + Below;
        var elements = shape.Outline.Elements;
        for (var i = element; i >= 0; i = elements[i].Parent)
        {
            if (elements[i].FirstBlock <= first && elements[i].EndBlock > first)
            {
                return false;
            }

            if ((elements[i].Hints & (below ? ElsewhereBelow : Hints.Comments)) != 0 || (below && elements[i].Name is "aside" or "nav" or "footer"))
            {
                return true;
            }
        }

        return false;
    }

    // Lines beside the headline, those next to the text first.
    private (DateOnly? Published, DateOnly? Updated) Visible(int first)
    {
        (DateOnly? Published, DateOnly? Updated) best = default;
        for (var i = Math.Min(first + Below, shape.Outline.Blocks.Count - 1); i >= Math.Max(0, first - Above); i--)
        {
            var text = shape.Outline.Blocks[i].Apart;
            if (text.Length > LongestLine || IsElsewhere(shape.Outline.Blocks[i].Element, i, first))
            {
                continue;
            }

            var from = 0;
            foreach (var day in DayText.All(text, order))
            {
                var kind = DayWords.KindOf(text.AsSpan(from, day.Start - from));
                best.Published ??= kind == DayKind.Published ? day.Day : null;
                best.Updated ??= kind == DayKind.Updated ? day.Day : null;
                from = day.End;
            }

            if (best.Published is not null)
            {
                return best;
            }
        }

        return best;
    }

    // "/2021/05/03/" and "/2021-05-03-": the form that publishing systems give addresses.
    private DateOnly? OfAddress()
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var parts = address.AbsolutePath.Split('/', '-', '_');
        for (var i = 0; i + 2 < parts.Length; i++)
        {
            if (parts[i].Length == 4 && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2
                && DayText.Parse($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } day)
            {
                return day;
            }
        }

        return null;
    }
}
