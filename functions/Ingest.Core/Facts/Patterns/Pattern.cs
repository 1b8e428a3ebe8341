using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Patterns;

/// <summary>A phrasing: what it says, how sure that is, and its steps.</summary>
/// <remarks>
/// Written as <c>tag confidence: steps</c>. A step is a word, a choice <c>(a|b c)</c>, a class <c>@film</c>, a slot
/// <c>{title}</c> or <c>{name:person}</c>, a gap <c>..3</c> of at most three words, or <c>^</c>, the sentence's start; <c>?</c>
/// after a step makes it optional.
/// </remarks>
internal sealed record Pattern(string Tag, double Confidence, ImmutableArray<Element> Elements)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("word-classes.txt");

    /// <summary>Reads one line.</summary>
    public static Pattern Parse(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        return new Pattern(head[0], double.Parse(head[1], CultureInfo.InvariantCulture), [.. Steps(line[(colon + 2)..]).Select(ParseStep)]);
    }

    private static IEnumerable<string> Steps(string text)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == ' ' && depth == 0))
            {
                if (at > start)
                {
                    yield return text[start..at];
                }

                start = at + 1;
                continue;
            }

            depth += text[at] == '(' && at + 1 < text.Length && text[at + 1] != ' ' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
        }
    }

    private static Element ParseStep(string step)
    {
        var optional = step.Length > 1 && step[^1] == '?';
        var body = optional ? step[..^1] : step;
        if (body == "^")
        {
            return new SentenceStartElement();
        }

        if (body.StartsWith("..", StringComparison.Ordinal))
        {
            return new GapElement(int.Parse(body.AsSpan(2), CultureInfo.InvariantCulture));
        }

        if (body[0] == '@')
        {
            return new ClassElement(Classes[body[1..]], optional);
        }

        if (body[0] == '{')
        {
            var inner = body[1..^1];
            var colon = inner.IndexOf(':', StringComparison.Ordinal);
            var slot = Enum.Parse<Slot>(inner[(colon + 1)..], ignoreCase: true);
            return new SlotElement(colon < 0 ? inner : inner[..colon], slot, optional);
        }

        var choices = body.Length > 1 && body[0] == '(' ? body[1..^1].Split('|') : [body];
        return new WordsElement([.. choices.Select(Cut).OrderByDescending(c => c.Length)], optional);
    }

    // A possessive is one token only right behind a word: a step of its own lacks that, and phrases are written with a space.
    private static string[] Cut(string phrase) => phrase == "'s" ? [phrase] : [.. Tokeniser.Read(phrase.Replace(" 's", "'s", StringComparison.Ordinal)).Select(t => t.Lower)];
}
