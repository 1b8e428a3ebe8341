using System.Globalization;
using System.Text;
using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Sentences made of the very phrasings and words that the reading of facts knows, filled with made-up names.</summary>
internal static class SentenceGrammar
{
    private const string OfData = "Ingest.Core.Facts.Data.";

    private static readonly string[] Lines =
    [
        .. typeof(ReviewReader).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(OfData, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => DataFile.Lines(name[OfData.Length..])),
    ];

    private static readonly Pattern[] Phrasings = [.. Lines.Where(IsPhrasing).Select(Pattern.Parse)];

    // What stands in lists: words, and phrases of several.
    private static readonly string[] Words =
    [
        .. Lines.Where(line => !IsPhrasing(line))
            .SelectMany(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 1)..].Split([',', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(phrase => phrase.Length < 30 ? [phrase] : phrase.Split(' ')),
    ];

    private static readonly string[] GivenNames = [.. DataFile.WordSet("given-names.txt").Order(StringComparer.Ordinal)];

    private static readonly string[] Joints = [" ", " ", " ", ", ", ". ", "; ", " – ", " (", ") ", ": ", "\n", " and ", " \"", "\" ", ", who ", ", which "];

    public static string Word(Random random) => random.Of(Words);

    public static string Name(Random random)
    {
        var given = Capital(random.Of(GivenNames));
        return random.Next(12) switch
        {
            0 => given,
            1 => $"{given[0]}. {Capital(Made(random))}",
            2 => $"{given} {Capital(Made(random))}-{Capital(Made(random))}",
            3 => $"{Made(random).ToUpperInvariant()} {given}-{Made(random)}",
            4 => $"{given} \"{Capital(Made(random))}\" {Capital(Made(random))}",
            5 => $"{given} {random.Of(["de la", "van der", "Mc", "O'", "von", "al-", "Jr."])} {Capital(Made(random))}",
            6 => $"{given} {Capital(Made(random))} ({Title(random)})",
            _ => $"{given} {Capital(Made(random))}",
        };
    }

    public static string Names(Random random) => string.Join(random.Of([", ", " and ", ", and ", " & ", "; "]), Enumerable.Range(0, random.Next(1, 7)).Select(_ => Name(random)));

    public static string Title(Random random)
    {
        var words = string.Join(random.Of([" ", " ", " ", " of the ", ": ", " & ", " - "]), Enumerable.Range(0, random.Next(1, 5)).Select(_ => Capital(random.Next(4) == 0 ? Word(random) : Made(random))));
        return random.Next(12) switch
        {
            0 => $"\"{words}\"",
            1 => $"“{words}”",
            2 => $"<i>{words}</i>",
            3 => $"{words} ({random.Next(1870, 2040)})",
            4 => $"{words} {random.Next(1, 13)}",
            5 => random.Next(1870, 2040).ToString(CultureInfo.InvariantCulture),
            6 => $"The {words}, Part {random.Of(["II", "2", "Two", "IX"])}",
            7 => words.ToUpperInvariant(),
            _ => $"The {words}",
        };
    }

    public static string Sum(Random random)
    {
        var number = random.Next(6) switch
        {
            0 => random.NextInt64().ToString("N0", CultureInfo.InvariantCulture),
            1 => "9".Times(random.Next(1, 60)),
            2 => $"{random.Next(1000)}.{random.Next(1000)}",
            3 => $"{random.Next(100)}-{random.Next(100)}",
            4 => random.Of(["one", "half a", "a couple of", "twenty-three", "0", "1/2", "1,2,3", "1.2.3", "1e9"]),
            _ => random.Next(1000).ToString(CultureInfo.InvariantCulture),
        };
        return $"{random.Of(["$", "US$", "€", "£", "₩", "Rs.", "", "HK$ ", "more than $", "nearly "])}{number}{random.Of([" million", " billion", "m", " crore", " thousand", "", " million won", " trillion billion", " tickets", " admissions", " minutes", "%", " dollars"])}";
    }

    /// <summary>A part of a sentence: a phrasing with its slots filled.</summary>
    public static string Clause(Random random)
    {
        var clause = new StringBuilder();
        var isOpen = false;
        foreach (var element in random.Of(Phrasings).Elements)
        {
            if (element.IsOptional && random.Next(2) == 0)
            {
                continue;
            }

            var said = element switch
            {
                WordsElement words => string.Join(' ', random.Of(words.Phrases)),
                ClassElement of => random.Of(of.Members.Items),
                GapElement gap => string.Join(' ', Enumerable.Range(0, random.Next(gap.Most + 1)).Select(_ => Word(random))),
                SlotElement slot => Fill(slot.Slot, random),
                _ => "",
            };
            clause.Append(clause.Length > 0 && said is not ("," or "." or "'s" or ":" or ")") && !isOpen ? " " : "").Append(said);
            isOpen = said == "(";
        }

        return clause.ToString();
    }

    public static string Sentence(Random random)
    {
        var sentence = new StringBuilder(random.Of([Title(random), "The film", "It", Name(random), "", "Here"]));
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            sentence.Append(random.Of(Joints)).Append(random.Next(5) == 0 ? $"{Word(random)} {Sum(random)} {Word(random)}" : Clause(random));
        }

        return sentence.Append(random.Of([".", ".", ".", "!", "?", "…", "", ".\""])).ToString();
    }

    public static string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Sentence(random)));

    private static string Fill(Slot slot, Random random) => slot switch
    {
        Slot.Title => Title(random),
        Slot.Titles => string.Join(", ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Title(random))),
        Slot.Film => random.Of(["The film", "It", Title(random)]),
        Slot.Person => Name(random),
        Slot.People or Slot.Cast => Names(random),
        Slot.Role => random.Of([Capital(Made(random)), "a widow", $"his brother {Capital(Made(random))}", Name(random), "herself"]),
        Slot.Date => Dates.Any(random),
        _ => random.Next(0, 3000).ToString(CultureInfo.InvariantCulture),
    };

    private static bool IsPhrasing(string line) => line.Split(' ', 3) is [_, var sure, _] && sure.StartsWith("0.", StringComparison.Ordinal) && sure.EndsWith(':');

    private static string Made(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Of(["ba", "ve", "lo", "ri", "than", "mer", "ö", "qu", "sh", "é", "ko", "wick", "ni"])));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
