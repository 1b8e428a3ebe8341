using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Core.Pages;

/// <summary>Generic words that sites use for the parts of a page, and what they hint at.</summary>
internal static class HintWords
{
    private static readonly FrozenDictionary<string, Hints> Words = new (Hints Hint, string Words)[]
    {
        (Hints.Article, "article post story entry hentry blogpost posting review news artikel articulo articolo beitrag noticia blog"),
        (Hints.Body, "body content contents text copy prose richtext rte wysiwyg markdown longform fulltext paragraph paragraphs maintext textbody bodytext contenido inhalt contenu conteudo texto texte"),
        (Hints.ArticleBody, "articlebody entrycontent postcontent articlecontent storybody postbody entrybody storycontent articletext newsbody reviewbody contentbody"),
        (Hints.Main, "main primary"),
        (Hints.Comments, "comment comments disqus commentlist commenting respond reply replies discussion discussions conversation conversations guestbook kommentare kommentar commentaires comentarios commenti yorumlar reactions fbcomments livefyre"),
        (Hints.Related, "related relate recommended recommendation recommendations recommend recommends more similar popular trending trend mostread latest recent recents recirc recirculation outbrain taboola readnext readmore next upnext suggested suggestions suggestion crosslink crosslinks also seealso moreon morefrom top hot zergnet explore discover othernews alsolike"),
        (Hints.Teaser, "teaser teasers card cards tile tiles grid carousel slider swiper slick slide slides feed list listing archive river item items thumb thumbnail thumbs"),
        (Hints.Share, "share shares sharing social addtoany addthis sharedaddy follow facebook twitter pinterest whatsapp shariff sns sharethis socials"),
        (Hints.Signup, "newsletter newsletters subscribe subscription subscriptions subscriber signup optin mailchimp mailinglist paywall donate donation membership register registration login signin promo promos promotion promotional cta calltoaction offer offers upsell jetpack campaign magnet"),
        (Hints.Advert, "ad ads adv advert adverts advertisement advertisements advertising sponsor sponsored sponsors sponsorship adsense dfp gpt adslot adunit adwrap werbung anzeige publicidad pub commercial affiliate disclosure disclaimer disclaimers"),
        (Hints.Navigation, "nav navs navigation navbar menu menus submenu megamenu breadcrumb breadcrumbs crumbs pagination pager pagenav postnav prevnext previous prev skip skiplink jump toolbar tabs tab dropdown hamburger sitemap"),
        (Hints.Sidebar, "sidebar side rail aside secondary complementary rightcol leftcol sidecol rightrail leftrail sticky column2"),
        (Hints.Widget, "widget widgets module modules plugin block box panel callout infobox"),
        (Hints.Footer, "footer foot bottom copyright colophon contentinfo legal imprint"),
        (Hints.Header, "header head masthead topbar banner hero sitehead top-bar"),
        (Hints.Consent, "cookie cookies consent gdpr ccpa privacy modal popup overlay lightbox onetrust cookiebar notice alert toast drawer dialog popover tooltip"),
        (Hints.Author, "author authors byline bylines bio contributor contributors writer profile about avatar vcard reporter autor auteur columnist"),
        (Hints.Date, "date dates time timestamp published pubdate updated datetime dateline posted datepublished"),
        (Hints.Tags, "tag tags tagcloud taglist category categories taxonomy taxonomies keywords keyword topics topic label labels hashtag hashtags cats"),
        (Hints.Caption, "caption captions figcaption credit credits photocredit imagecredit legend copyrightholder attribution"),
        (Hints.Media, "image images img photo photos figure gallery galleries video videos player media embed audio podcast picture slideshow"),
        (Hints.Summary, "dek deck subtitle subhead subheading subheadline standfirst summary excerpt lead lede intro introduction abstract description chapo vorspann kicker takeaways highlights keypoints tldr"),
        (Hints.Contents, "toc tableofcontents outline anchors jumplinks ez"),
        (Hints.Hidden, "hidden hide sr screenreader visuallyhidden invisible offscreen noscript fallback print noprint assistive"),
        (Hints.Product, "product products price prices buy shop store cart checkout deal deals merchant amazon purchase"),
        (Hints.Title, "title headline heading headings titre titel titulo overskrift"),
        (Hints.Meta, "meta info infos postmeta details entrymeta data stats statistics views count counter reading readtime readingtime"),
        (Hints.Form, "form forms search searchform input field poll quiz survey feedback helpful vote votes contact"),
        (Hints.Notes, "footnote footnotes references reference citations bibliography sources reflist endnotes notes faq faqs"),
        (Hints.Rating, "rating ratings stars score scores verdict pros cons"),
    }
    .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Hint)))
    .GroupBy(pair => pair.word)
    .ToFrozenDictionary(group => group.Key, group => group.Aggregate(Hints.None, (all, pair) => all | pair.Hint));

    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Noise =
        ["category-", "tag-", "author-", "postid-", "page-id-", "type-", "format-", "status-", "has-", "items-", "justify-", "self-", "col-", "css-", "sc-", "elementor-element-"];

    private static readonly HashSet<string> Utilities =
        new(["text", "top", "bottom", "grid", "content", "box", "list", "block", "side", "header", "main", "label", "media", "tabs"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AuthorNames =
        SearchValues.Create(["author", "byline", "writer", "autor", "auteur", "columnist", "reviewer", "firma"], StringComparison.OrdinalIgnoreCase);

    // Names that frameworks give to text which only screen readers get.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen = new[]
    {
        "sr-only", "sr-text", "visually-hidden", "visuallyhidden", "u-visually-hidden", "is-visually-hidden", "hidden-visually", "screen-reader-text",
        "screen-reader-only", "screen-reader", "screenreader-text", "screenreader-only", "screenreader", "show-for-sr", "assistive-text", "a11y-hidden",
        "a11y-text", "element-invisible", "element-hidden", "offscreen", "off-screen", "accessibility-text",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> PartsOfUnseen =
        SearchValues.Create(["sr-", "-sr", "hidden", "screen", "invisible", "assistive", "a11y", "accessibility"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a class says that nobody sees the element's text, though screen readers read it.</summary>
    public static bool IsUnseen(ReadOnlySpan<char> names)
    {
        if (!names.ContainsAny(PartsOfUnseen))
        {
            return false;
        }

        foreach (var name in names.Split(' '))
        {
            if (Unseen.Contains(names[name]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class or id says that the element names who wrote the text.</summary>
    public static bool NamesAuthor(ReadOnlySpan<char> names) => names.ContainsAny(AuthorNames);

    /// <summary>What the words of a class or id hint at. Words end at anything but letters and at capitals.</summary>
    public static Hints In(ReadOnlySpan<char> names)
    {
        var hints = Hints.None;
        foreach (var range in names.Split(' '))
        {
            var name = names[range];
            if (!name.IsEmpty && !IsNoise(name))
            {
                hints |= InOne(name);
            }
        }

        return hints;
    }

    // Names that publishing systems make from an article's own categories, and names of bare layout.
    private static bool IsNoise(ReadOnlySpan<char> name)
    {
        foreach (var prefix in Noise)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        if (name.ContainsAny(':', '[', '('))
        {
            return true;
        }

        // "text-lg", "top-0", "grid-cols-2": a utility and its measure.
        var dash = name.IndexOf('-');
        return dash is > 0 and < 8 && name.Length - dash <= 7 && Utilities.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..dash])
            && !name[(dash + 1)..].Equals("body", StringComparison.OrdinalIgnoreCase);
    }

    private static Hints InOne(ReadOnlySpan<char> names)
    {
        var hints = Hints.None;
        Span<char> word = stackalloc char[24];
        Span<char> pair = stackalloc char[48];
        var length = 0;
        var before = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : ' ';
            var letter = char.IsAsciiLetter(c);
            var ends = !letter || (char.IsAsciiLetterUpper(c) && length > 0 && !char.IsAsciiLetterUpper(names[i - 1]));
            if (ends && length > 0)
            {
                hints |= length <= word.Length ? Of(word[..length], pair, ref before) : Hints.None;
                length = 0;
            }

            if (letter)
            {
                if (length < word.Length)
                {
                    word[length] = (char)(c | 0x20);
                }

                length++;
            }
        }

        return hints;
    }

    // A word by itself and together with the one before it, so that "entry-content" and "entryContent" are "entrycontent".
    private static Hints Of(ReadOnlySpan<char> word, Span<char> pair, ref int before)
    {
        var hints = BySpan.TryGetValue(word, out var own) ? own : Hints.None;
        if (before > 0 && before + word.Length <= pair.Length)
        {
            word.CopyTo(pair[before..]);
            hints |= BySpan.TryGetValue(pair[..(before + word.Length)], out var joined) ? joined : Hints.None;
        }

        word.CopyTo(pair);
        before = word.Length;
        return hints;
    }
}
