namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Texts as nobody writes them, in pages that are otherwise in order.</summary>
internal static class ProseMutators
{
    private static readonly string[] Signs =
    [
        "(", ")", "()", "((", "[", "]", "\"", "“", "”", "‘", "’", "'", "«", "»", "„", ",", ";", ":", ".", "...", "…", "!", "?", "-", "--", "–", "—", "/", "|", "*", "_", "#", "@", "&", "%", "$", "€", "₩", "US$", "=", "+", "~", "^", "{", "}", "\\",
        "1", "1999", "0", "a", "A", "Ä", "ß", "ı", "İ", "ﬁ", "ǆ", "한", "字", "ا", "א", "ก", "\u0301", "\u200B", "\u200D", "\u00AD", "\u202E", "\uFEFF", "\u00A0", "\u2028", "\u3000", "😀", "👨‍👩‍👧", "\U000E0067", "𝔄", "\uFFFD", "s'", "'s", "No.", "Mr.", "St.", "e.g.", "by", "as", "in", "of", "The",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("sentence", (page, random) => Insert(page, random, SentenceGrammar.Sentence(random))),
        new("paragraph", (page, random) => Insert(page, random, $"<p>{SentenceGrammar.Paragraph(random)}</p>")),
        new("many paragraphs", (page, random) => Insert(page, random, string.Concat(Enumerable.Range(0, random.Count() % 200).Select(_ => $"<p>{SentenceGrammar.Paragraph(random)}</p>")))),
        new("one sentence many times", (page, random) => Insert(page, random, (SentenceGrammar.Sentence(random) + " ").Times(random.Count()))),
        new("one phrasing many times", (page, random) => Insert(page, random, SentenceGrammar.Sentence(random) is var said ? said[..random.Next(said.Length + 1)].Times(random.Count()) : "")),
        new("endless sentence", (page, random) => Insert(page, random, string.Join(random.Of([", ", " and ", " (", "; ", " by ", " as "]), Enumerable.Range(0, random.Count() % 500).Select(_ => SentenceGrammar.Clause(random))))),
        new("sentence in two pieces", (page, random) => Insert(page, random, $"<p>{SentenceGrammar.Clause(random)}</p><p>{SentenceGrammar.Clause(random)}</p>")),
        new("signs", (page, random) => Insert(page, random, random.Of(Signs).Times(random.Count()))),
        new("many kinds of signs", (page, random) => Insert(page, random, string.Concat(Enumerable.Range(0, random.Count() % 20_000).Select(_ => random.Of(Signs) + (random.Next(3) == 0 ? " " : ""))))),
        new("sign in place of another", (page, random) => page.Replace(random.Of([" ", ".", ",", "'", "\"", "the "]), random.Of(Signs).Bytes(), StringComparison.Ordinal)),
        new("names", (page, random) => Insert(page, random, string.Join(random.Of([", ", " and ", " ", " & ", " as "]), Enumerable.Range(0, random.Count() % 2_000).Select(_ => SentenceGrammar.Name(random))))),
        new("titles", (page, random) => Insert(page, random, string.Join(random.Of([", ", " and ", "; ", " ("]), Enumerable.Range(0, random.Count() % 2_000).Select(_ => SentenceGrammar.Title(random))))),
        new("sums", (page, random) => Insert(page, random, string.Join(random.Of([", ", " and ", " to ", "-", " in "]), Enumerable.Range(0, random.Count() % 2_000).Select(_ => SentenceGrammar.Sum(random))))),
        new("days", (page, random) => Insert(page, random, string.Join(random.Of([", ", " and ", " "]), Enumerable.Range(0, random.Count() % 2_000).Select(_ => Dates.Any(random))))),
        new("headings", (page, random) => Insert(page, random, string.Concat(Enumerable.Range(0, random.Count() % 500).Select(n => $"<h2>{n}. {SentenceGrammar.Title(random)} ({random.Next(1890, 2030)})</h2><p>{SentenceGrammar.Sentence(random)}</p>")))),
        new("title of the page", (page, random) => $"<title>{random.Of([SentenceGrammar.Title(random), SentenceGrammar.Sentence(random), SentenceGrammar.Title(random) + " review"])}</title>".Bytes() + page),
        new("words of the lists", (page, random) => Insert(page, random, string.Join(' ', Enumerable.Range(0, random.Count() % 2_000).Select(_ => SentenceGrammar.Word(random))))),
        new("a word exchanged", (page, random) => page.Replace($" {random.Of(["the", "of", "and", "is", "by", "film", "a"])} ", $" {SentenceGrammar.Word(random)} ".Bytes(), StringComparison.Ordinal)),
    ];

    // Before an end tag of a paragraph, or anywhere.
    private static string Insert(string page, Random random, string text)
    {
        var at = random.Next(3) == 0 ? -1 : page.IndexOf("</p>", random.Next(page.Length + 1), StringComparison.OrdinalIgnoreCase);
        return page.Insert(at < 0 ? random.Next(page.Length + 1) : at, " " + text.Bytes());
    }
}
