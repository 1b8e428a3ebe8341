namespace Ingest.Core.Pages;

/// <summary>What the generic words in an element's class, id, role and itemprop say it is.</summary>
[Flags]
internal enum Hints
{
    None = 0,
    Article = 1 << 0,
    Body = 1 << 1,
    Comments = 1 << 2,
    Related = 1 << 3,
    Share = 1 << 4,
    Signup = 1 << 5,
    Advert = 1 << 6,
    Navigation = 1 << 7,
    Sidebar = 1 << 8,
    Footer = 1 << 9,
    Header = 1 << 10,
    Consent = 1 << 11,
    Author = 1 << 12,
    Date = 1 << 13,
    Tags = 1 << 14,
    Caption = 1 << 15,
    Summary = 1 << 16,
    Contents = 1 << 17,
    Hidden = 1 << 18,
    Media = 1 << 19,
    Product = 1 << 20,
    Title = 1 << 21,
    Meta = 1 << 22,
    Widget = 1 << 23,
    Teaser = 1 << 24,
    ArticleBody = 1 << 25,
    Form = 1 << 26,
    Notes = 1 << 27,
    Rating = 1 << 28,
    Main = 1 << 29,
}
