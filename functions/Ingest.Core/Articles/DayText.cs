using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>A day that a text names.</summary>
/// <param name="Day">The day.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">One past its last number or word.</param>
internal readonly record struct NamedDay(DateOnly Day, int Start, int End);

/// <summary>Reads days as pages write them: ISO and mail dates, dates with the month's name in many languages, and dates of
/// numbers where the order of day and month can be told.</summary>
internal static class DayText
{
    private const int LongestText = 200;

    // Years of the Buddhist calendar, which Thai pages count by, are as many ahead.
    private const int BuddhistYears = 543;

    private static readonly FrozenDictionary<string, int> Months = LoadMonths();

    /// <summary>The first day that a text names; null when it names none.</summary>
    /// <param name="text">Only its first 200 characters are read.</param>
    /// <param name="order">The order of numbers that do not tell it.</param>
    public static DateOnly? Parse(string? text, DayOrder order = DayOrder.Unknown) => All(text, order) is [var first, ..] ? first.Day : null;

    /// <summary>Every day that a text names, in its order.</summary>
    /// <param name="text">Only its first 200 characters are read.</param>
    /// <param name="order">The order of numbers that do not tell it.</param>
    public static IReadOnlyList<NamedDay> All(string? text, DayOrder order)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var line = text.AsSpan(0, Math.Min(text.Length, LongestText));
        var tokens = DayTokens.Of(line, Months);
        order = OrderIn(line, tokens, order);
        List<NamedDay>? days = null;
        for (var i = 0; i < tokens.Count;)
        {
            var (day, used) = At(line, tokens, i, order);
            if (day is { } found)
            {
                (days ??= []).Add(new NamedDay(found, tokens[i].Start, tokens[i + used - 1].End));
            }

            i += used;
        }

        return days ?? (IReadOnlyList<NamedDay>)[];
    }

    /// <summary>Whether a word is a month's name, in full or short.</summary>
    public static bool IsMonth(string word) => Months.ContainsKey(word.Trim('.', ',').ToLowerInvariant());

    // The day at a token, and how many tokens it, or a day that cannot be told, takes.
    private static (DateOnly? Day, int Used) At(ReadOnlySpan<char> text, List<DayToken> tokens, int i, DayOrder order)
    {
        var first = tokens[i];
        var second = i + 1 < tokens.Count ? tokens[i + 1] : default;
        var third = i + 2 < tokens.Count ? tokens[i + 2] : default;
        var day = (first.Digits, second.Digits, third.Digits) switch
        {
            (8, _, _) => Day(first.Number / 10000, first.Number / 100 % 100, first.Number % 100),
            (4, 0, 1 or 2) when second.Month > 0 => Day(first.Number, second.Month, third.Number),
            (0, 1 or 2, 4) when first.Month > 0 => Day(third.Number, first.Month, second.Number),
            (1 or 2, 0, 4) when second.Month > 0 => Day(third.Number, second.Month, first.Number),
            _ => null,
        };
        if (day is not null)
        {
            return (day, first.Digits == 8 ? 1 : 3);
        }

        if (second.Digits == 0 || third.Digits == 0 || !IsJoined(text, first, second, third))
        {
            return (null, 1);
        }

        return (first.Digits, second.Digits, third.Digits) switch
        {
            (4, 1 or 2, 1 or 2) => (Day(first.Number, second.Number, third.Number), 3),
            (1 or 2, 1 or 2, 4) => (OfThree(third.Number, first.Number, second.Number, order), 3),
            (1 or 2, 1 or 2, 2) => (OfShort(first, second, third, order), 3),
            _ => (null, 1),
        };
    }

    private static DateOnly? OfThree(int year, int first, int second, DayOrder order) =>
        second > 12 ? Day(year, first, second)
        : first > 12 || first == second || order == DayOrder.DayFirst ? Day(year, second, first)
        : order == DayOrder.MonthFirst ? Day(year, first, second)
        : null;

    // A year of two digits.
    private static DateOnly? OfShort(DayToken first, DayToken second, DayToken third, DayOrder order) => order switch
    {
        DayOrder.YearFirst when first.Digits == 2 => Day(Century(first.Number), second.Number, third.Number),
        DayOrder.DayFirst or DayOrder.MonthFirst => OfThree(Century(third.Number), first.Number, second.Number, order),
        _ => null,
    };

    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    // Dots put the day first; and where one date of a line can have one order only, the others have it too.
    private static DayOrder OrderIn(ReadOnlySpan<char> text, List<DayToken> tokens, DayOrder order)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var (first, second, third) = (tokens[i], tokens[i + 1], tokens[i + 2]);
            if (first.Digits is 1 or 2 && second.Digits is 1 or 2 && third.Digits == 4 && IsJoined(text, first, second, third))
            {
                if (first.Number > 12 || second.Number > 12)
                {
                    return first.Number > 12 ? DayOrder.DayFirst : DayOrder.MonthFirst;
                }

                order = Between(text, first, second) is "." or "tháng" ? DayOrder.DayFirst : order;
            }
        }

        return order;
    }

    // The numbers of one date have the same marks between them, and no clock behind them.
    private static bool IsJoined(ReadOnlySpan<char> text, DayToken first, DayToken second, DayToken third)
    {
        var one = Between(text, first, second);
        var two = Between(text, second, third);
        var same = one.SequenceEqual(two) && one is "-" or "." or "/" or "‑" or "–" or "．" or "／";
        var named = one is "年" or "년" or "tháng" && two is "月" or "월" or "năm";
        var ends = third.End == text.Length || text[third.End] is not ':';
        return (same || named) && ends && (first.Start == 0 || text[first.Start - 1] is not (':' or '.'));
    }

    private static ReadOnlySpan<char> Between(ReadOnlySpan<char> text, DayToken one, DayToken other) => text[one.End..other.Start].Trim();

    private static DateOnly? Day(int year, int month, int day)
    {
        year -= year is > 2433 and < 2643 ? BuddhistYears : 0;
        return year is >= 1890 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static FrozenDictionary<string, int> LoadMonths()
    {
        using var stream = typeof(DayText).Assembly.GetManifestResourceStream("Ingest.Core.Articles.Data.months.txt")!;
        using var lines = new StreamReader(stream);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var month = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || month == 12)
            {
                continue;
            }

            month++;
            foreach (var name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name.TrimEnd('.').Replace('_', ' '), month);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
