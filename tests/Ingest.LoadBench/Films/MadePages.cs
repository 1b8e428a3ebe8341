using System.Globalization;
using System.Text;

namespace Ingest.LoadBench.Films;

/// <summary>Made-up review pages as sites serve them: some 40 KiB of HTML, most of it furniture, around a review of some five
/// hundred words that states a dozen facts. The same number gives the same page.</summary>
internal static class MadePages
{
    // Films take turns, so that reviews of one film come as far apart as there are films in a round.
    private const int FilmsOfRound = 64;
    private const int ReviewsOfFilm = 8;
    private const int Links = 220;

    private static readonly string[] Firsts =
    [
        "Paper", "Slow", "Winter", "Glass", "Ember", "Hollow", "Copper", "Silent", "Crooked", "Amber", "Northern", "Velvet", "Salt", "Iron", "Pale", "Distant",
        "Bitter", "Golden", "Wooden", "Second", "Quiet", "Marble", "Crimson", "Narrow", "Broken", "Summer", "Frozen", "Hidden", "Open", "Lonely", "Painted", "Sudden",
    ];

    private static readonly string[] Lasts =
    [
        "Orchard", "Canal", "Lighthouse", "Harbour", "Gravel", "Umbrella", "Station", "Staircase", "Meadow", "Lantern", "Ferry", "Carousel", "Chapel", "Quarry", "Archive", "Balcony",
        "Causeway", "Dovecote", "Embankment", "Foundry", "Granary", "Hothouse", "Inlet", "Jetty", "Kiln", "Ledger", "Mill", "Nursery", "Observatory", "Pavilion", "Quay", "Reservoir",
    ];

    private static readonly string[] Places =
    [
        "Velma", "Ostra", "Tarn", "Kessel", "Lindau", "Moro", "Arden", "Halden", "Brisk", "Cormoran", "Dunmore", "Elsing", "Farrow", "Galway", "Hartsel", "Ivrea",
    ];

    private static readonly string[] GivenNames = ["Mara", "Otto", "Ines", "Bo", "Hanna", "Paul", "Lena", "Tor", "Aino", "Ruslan", "Petra", "Jonas"];
    private static readonly string[] FamilyNames = ["Venn", "Brandt", "Ferro", "Lind", "Oduya", "Koskela", "Quill", "Falk", "Marsh", "Holm", "Okafor"];
    private static readonly string[] Characters = ["Reed", "Ilse", "Marfa", "Jonas", "Abel", "Signe", "Tove", "Viktor"];

    private static readonly string[] Filler =
    [
        "The camera keeps its distance for most of the first hour, and that distance turns out to be the point.",
        "Nobody explains anything twice, which is a courtesy that grows rarer every year.",
        "There is a scene in a kitchen that other films would have cut, and it is the best thing here.",
        "What the sound does in the last reel is hard to describe and harder to forget.",
        "It is not without its longueurs, and the second act could lose ten of its pages.",
        "Still, one leaves with the feeling of having been trusted with something.",
        "The light is that of late afternoons in towns where the trains have stopped calling.",
        "Every room looks lived in, every coat looks worn, and the dialogue has the same quality.",
    ];

    /// <summary>The film that a review is of.</summary>
    /// <returns>Its title, the year it is from, and its number.</returns>
    public static (string Title, int Year, int Number) FilmOf(int review)
    {
        var round = review / (FilmsOfRound * ReviewsOfFilm);
        var film = (round * FilmsOfRound) + (review % FilmsOfRound);
        var (first, last, place) = (film % Firsts.Length, film / Firsts.Length % Lasts.Length, film / (Firsts.Length * Lasts.Length));
        var where = place == 0 ? "" : $" of {Places[(place - 1) % Places.Length]}";
        return ($"The {Firsts[first]} {Lasts[last]}{where}", 1990 + (film % 30), film);
    }

    /// <summary>The page of a review, as UTF-8.</summary>
    public static byte[] Of(int review)
    {
        var (title, year, film) = FilmOf(review);
        var page = new StringBuilder(48 * 1024);
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Review: {title} ({year}) | The Northern Reel</title>
            <meta property="og:site_name" content="The Northern Reel"><meta name="author" content="Petra Holm">
            <meta property="article:published_time" content="2019-03-{1 + (review % 28):D2}T10:00:00Z">
            <style>.menu li {'{'} display: inline-block; padding: 4px 8px {'}'} .card {'{'} border: 1px solid #ccc; margin: 8px {'}'}</style></head>
            <body><header><nav class="menu"><ul>
            """);
        for (var link = 0; link < Links / 2; link++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item menu-item-{link}\"><a href=\"/section/{link}\" data-track=\"nav\">Section {link}</a></li>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</ul></nav></header><main><article class=\"post\"><h1>Review: {title} ({year})</h1><p class=\"byline\">By Petra Holm</p>\n");
        foreach (var paragraph in Paragraphs(title, year, film, review))
        {
            page.Append("<p>").Append(paragraph).Append("</p>\n");
        }

        page.Append("</article><aside><h2>More from us</h2>");
        for (var link = 0; link < Links; link++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"card\"><a href=\"/story/{link}\"><img src=\"/img/{link}.jpg\" alt=\"\" width=\"120\" height=\"80\"><span class=\"card-title\">Story number {link}</span></a></div>\n");
        }

        page.Append("</aside></main><footer><p>All rights reserved. Subscribe to our newsletter.</p></footer></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static IEnumerable<string> Paragraphs(string title, int year, int film, int review)
    {
        var director = Name(film * 5);
        yield return $"<em>{title}</em> is a {year} Danish drama that opens with a train that nobody gets off. {Talk(review)}";
        yield return $"{director} directs with the patience of a clockmaker, from a screenplay by {Name((film * 7) + 3)}. {Talk(review + 1)}";
        yield return $"{Name(film)} plays {Characters[film % Characters.Length]}, a widow who keeps the keys of a house she has sold. {Talk(review + 2)}";
        yield return $"The film also stars {Name((film * 3) + 1 + (review % 3))} and {Name((film * 3) + 8)}. {Talk(review + 3)}";
        yield return $"The film runs {95 + (film % 40)} minutes. {Talk(review + 4)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"It grossed more than US${20 + (film % 70)} million worldwide, and it was made on a budget of ${3 + (film % 9)} million. {Talk(review + 5)}");
        yield return $"{Talk(review + 6)} {Talk(review + 2)}";
    }

    private static string Talk(int number) => $"{Filler[number % Filler.Length]} {Filler[(number + 3) % Filler.Length]} {Filler[(number + 6) % Filler.Length]}";

    private static string Name(int number) => $"{GivenNames[number % GivenNames.Length]} {FamilyNames[number % FamilyNames.Length]}";
}
