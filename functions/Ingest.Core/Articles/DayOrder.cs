namespace Ingest.Core.Articles;

/// <summary>The order in which a page's readers write the numbers of a day, where the numbers themselves do not tell.</summary>
internal enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>Orders of languages.</summary>
internal static class DayOrders
{
    /// <summary>The order of a language tag such as "fr" or "en-us"; English alone does not tell.</summary>
    public static DayOrder Of(string? language) => (language?.Split('-')[0], language) switch
    {
        (null, _) or ("en", "en" or "en-ca" or "en-ph") => DayOrder.Unknown,
        ("en", "en-us") => DayOrder.MonthFirst,
        ("zh" or "ja" or "ko" or "hu" or "lt" or "mn", _) => DayOrder.YearFirst,
        _ => DayOrder.DayFirst,
    };
}
