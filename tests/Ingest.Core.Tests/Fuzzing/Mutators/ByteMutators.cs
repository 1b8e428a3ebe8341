using Ingest.Core.Tests.Fuzzing.Inputs;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Damage that knows nothing of what the bytes mean.</summary>
internal static class ByteMutators
{
    public static readonly IReadOnlyList<Mutator> All =
    [
        new("flipped bits", FlipBits),
        new("other bytes", Overwrite),
        new("inserted bytes", (page, random) => page.Insert(random.Next(page.Length + 1), Noise(random, random.Next(1, 64)))),
        new("deleted part", Delete),
        new("part said again", SayAgain),
        new("cut off", (page, random) => page[..random.Next(page.Length + 1)]),
        new("beginning cut off", (page, random) => page[random.Next(page.Length + 1)..]),
        new("two pages joined", Splice),
        new("parts exchanged", Exchange),
        new("zeros", (page, random) => page.Insert(random.Next(page.Length + 1), "\0".Times(random.Count()))),
        new("control characters", (page, random) => page.Insert(random.Next(page.Length + 1), Controls(random, random.Next(1, 200)))),
        new("one byte taken out everywhere", DropByte),
    ];

    private static string FlipBits(string page, Random random)
    {
        var text = page.ToCharArray();
        for (var i = random.Count(); i > 0 && text.Length > 0; i--)
        {
            text[random.Next(text.Length)] ^= (char)(1 << random.Next(8));
        }

        return new string(text);
    }

    private static string Overwrite(string page, Random random)
    {
        var (start, end) = random.Part(page);
        return string.Concat(page.AsSpan(0, start), Noise(random, end - start), page.AsSpan(end));
    }

    private static string Delete(string page, Random random)
    {
        var (start, end) = random.Part(page);
        return page.Remove(start, end - start);
    }

    private static string SayAgain(string page, Random random)
    {
        var (start, end) = random.Part(page);
        return page.Insert(random.Next(page.Length + 1), page[start..end].Times(random.Count()));
    }

    private static string Splice(string page, Random random)
    {
        var other = random.Of(SeedPage.All).Text;
        return string.Concat(page.AsSpan(0, random.Next(page.Length + 1)), other.AsSpan(random.Next(other.Length + 1)));
    }

    private static string Exchange(string page, Random random)
    {
        var cuts = new[] { random.Next(page.Length + 1), random.Next(page.Length + 1), random.Next(page.Length + 1) };
        Array.Sort(cuts);
        return string.Concat(page.AsSpan(0, cuts[0]), page.AsSpan(cuts[1], cuts[2] - cuts[1]), page.AsSpan(cuts[0], cuts[1] - cuts[0]), page.AsSpan(cuts[2]));
    }

    private static string DropByte(string page, Random random) =>
        page.Length == 0 ? page : page.Replace(page[random.Next(page.Length)].ToString(), "", StringComparison.Ordinal);

    private static string Noise(Random random, int length) => string.Create(length, random, (text, from) =>
    {
        foreach (ref var c in text)
        {
            c = (char)from.Next(256);
        }
    });

    private static string Controls(Random random, int length) => string.Create(length, random, (text, from) =>
    {
        foreach (ref var c in text)
        {
            c = (char)(from.Next(2) == 0 ? from.Next(32) : 127 + from.Next(33));
        }
    });
}
