using System.Text;
using Ingest.Core.Tests.Fuzzing.Mutators;

namespace Ingest.Core.Tests.Fuzzing.Inputs;

/// <summary>One input: a page with some damage done to it. The same number gives the same input, of the same pages.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Page">The page it was made of.</param>
/// <param name="Mutations">What was done to it, in order.</param>
/// <param name="Bytes">What is read.</param>
internal sealed record FuzzInput(long Number, string Page, string Mutations, byte[] Bytes)
{
    /// <summary>Longest input, in bytes.</summary>
    public const int Longest = 1 << 20;

    public static FuzzInput Of(long number)
    {
        // Neighbouring seeds give unlike numbers only behind a mixing of their bits.
        var random = new Random(unchecked((int)((ulong)number * 0x9E3779B97F4A7C15UL >> 32)));
        var pages = SeedPage.All;

        // Most inputs are made of the shortest pages: they take little time, and more of them find more.
        var page = pages[random.Next(16) == 0 ? random.Next(pages.Count) : random.Next(SeedPage.Short)];
        var text = page.Text;
        var names = new List<string>();
        do
        {
            var mutator = MutatorList.Pick(random);
            text = mutator.Apply(text, random);
            names.Add(mutator.Name);
            if (text.Length > Longest)
            {
                text = text[..Longest];
            }
        }
        while (names.Count < 6 && random.Next(5) < 2);
        return new FuzzInput(number, page.Name, string.Join(", ", names), Encoding.Latin1.GetBytes(text));
    }

    public override string ToString() => $"input {Number}, of {Page}: {Mutations}; {Bytes.Length} bytes";
}
