using System.Globalization;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Days and times, right and wrong ones.</summary>
internal static class Dates
{
    private static readonly string[] Months =
        ["January", "Feb.", "März", "avril", "мая", "stycznia", "Sept", "października", "十一", "décembre", "13", "0", "Smarch"];

    public static string Any(Random random) => random.Next(10) switch
    {
        0 => $"{Year(random)}-{random.Next(15):D2}-{random.Next(35):D2}",
        1 => $"{random.Next(40)} {random.Of(Months)} {Year(random)}",
        2 => $"{random.Of(Months)} {random.Next(40)}, {Year(random)}",
        3 => $"{Year(random)}-{random.Next(13):D2}-{random.Next(32):D2}T{random.Next(26):D2}:{random.Next(62):D2}:00+{random.Next(30):D2}:{random.Next(62):D2}",
        4 => $"{random.Next(40)}/{random.Next(40)}/{Year(random)}",
        5 => $"{Year(random)}년 {random.Next(14)}월 {random.Next(33)}일",
        6 => $"{Year(random)}年{random.Next(14)}月{random.Next(33)}日",
        7 => random.NextInt64(-1L << 50, 1L << 50).ToString(CultureInfo.InvariantCulture),
        8 => $"{random.Next(32):D2}.{random.Next(13):D2}.{random.Next(100):D2}",
        _ => $"{Year(random)}{random.Next(100):D2}{random.Next(100):D2}",
    };

    private static string Year(Random random) => random.Next(6) switch
    {
        0 => random.Next(0, 3).ToString(CultureInfo.InvariantCulture),
        1 => random.NextInt64(1L << 40).ToString(CultureInfo.InvariantCulture),
        2 => "9999",
        _ => random.Next(1870, 2060).ToString(CultureInfo.InvariantCulture),
    };
}
