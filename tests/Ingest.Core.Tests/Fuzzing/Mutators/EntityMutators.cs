namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Character references, right and wrong ones.</summary>
internal static class EntityMutators
{
    private static readonly string[] References =
    [
        "&amp;", "&AMP", "&amp", "&lt;p&gt;", "&nbsp;", "&nbsp", "&shy;", "&zwj;", "&zwnj;", "&#0;", "&#1;", "&#8;", "&#11;", "&#31;", "&#127;", "&#128;", "&#159;", "&#133;", "&#xD800;", "&#xDFFF;", "&#xDBFF;&#xDFFF;",
        "&#x10FFFF;", "&#x110000;", "&#99999999999;", "&#xFFFFFFFFFFFFFFFF;", "&#-1;", "&#x;", "&#;", "&;", "&#xFFFE;", "&#xFFFF;", "&#x202E;", "&#8232;", "&#8233;", "&#x1F600;", "&#55357;&#56832;", "&#56832;&#55357;",
        "&notin;", "&notit;", "&not", "&acE;", "&NotEqualTilde;", "&CounterClockwiseContourIntegral;", "&unknown;", "&amp;amp;amp;lt;", "&#38;#38;lt;", "&quot;", "&apos;", "&#39", "&frac12;", "&euro;", "&eacute", "&#x0;", "&#xa0",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("reference", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(References))),
        new("many references", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(References).Times(random.Count()))),
        new("references in the text", (page, random) => page.Replace(random.Of([" ", ".", "a", "e"]), random.Of(References), StringComparison.Ordinal)),
        new("every letter a reference", (page, random) => Spelt(page, random)),
        new("markup as text", (page, random) => page.Replace("<", random.Of(["&lt;", "&amp;lt;", "&#60;"]), StringComparison.Ordinal)),
        new("ampersands", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(["&", "&#", "&#x", "&a", "&&", "& "]).Times(random.Count()))),
    ];

    private static string Spelt(string page, Random random)
    {
        var (start, end) = random.Part(page);
        return string.Concat(page.AsSpan(0, start), string.Concat(page[start..end].Select(c => c is '<' or '>' ? c.ToString() : $"&#x{(int)c:x};")), page.AsSpan(end));
    }
}
