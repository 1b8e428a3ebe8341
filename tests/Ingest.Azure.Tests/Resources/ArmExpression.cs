using System.Globalization;

namespace Ingest.Azure.Tests.Resources;

/// <summary>An expression of a template, as far as it is worked out before deployment: a call with its arguments, a text in
/// quotes, or anything else as it is written.</summary>
/// <param name="Name">Function, or the literal.</param>
/// <param name="Arguments">Of a call; null for anything else.</param>
/// <param name="IsText">It is a text in quotes.</param>
/// <param name="Rest">What follows a call: <c>.outputs.name</c>.</param>
internal sealed record ArmExpression(string Name, IReadOnlyList<ArmExpression>? Arguments, bool IsText, string Rest)
{
    /// <summary>Reads <c>[…]</c>.</summary>
    /// <exception cref="FormatException">It is no expression.</exception>
    public static ArmExpression Parse(string text)
    {
        if (text is not ['[', .., ']'])
        {
            throw new FormatException($"No expression: {text}");
        }

        var at = 1;
        var expression = Read(text, ref at);
        return at == text.Length - 1 ? expression : throw new FormatException($"Cannot be read from {at.ToString(CultureInfo.InvariantCulture)}: {text}");
    }

    /// <summary>The texts and functions in it, itself included.</summary>
    public IEnumerable<ArmExpression> All() => [this, .. (Arguments ?? []).SelectMany(argument => argument.All())];

    private static ArmExpression Read(string text, ref int at)
    {
        SkipSpace(text, ref at);
        if (text[at] == '\'')
        {
            return new(ReadText(text, ref at), null, true, "");
        }

        var name = ReadWhile(text, ref at, letter => letter is not ('(' or ')' or ',' or ']' or ' '));
        if (text[at] != '(')
        {
            return new(name, null, false, "");
        }

        at++;
        var arguments = new List<ArmExpression>();
        for (SkipSpace(text, ref at); text[at] != ')'; SkipSpace(text, ref at))
        {
            arguments.Add(Read(text, ref at));
            SkipSpace(text, ref at);
            if (text[at] == ',')
            {
                at++;
            }
        }

        at++;
        return new(name, arguments, false, ReadWhile(text, ref at, letter => letter is '.' or '_' || char.IsLetterOrDigit(letter)));
    }

    private static string ReadText(string text, ref int at)
    {
        var from = ++at;
        for (; text[at] != '\'' || text[at + 1] == '\''; at++)
        {
            at += text[at] == '\'' ? 1 : 0;
        }

        return text[from..at++].Replace("''", "'", StringComparison.Ordinal);
    }

    private static string ReadWhile(string text, ref int at, Func<char, bool> belongs)
    {
        var from = at;
        while (belongs(text[at]))
        {
            at++;
        }

        return text[from..at];
    }

    private static void SkipSpace(string text, ref int at) => ReadWhile(text, ref at, letter => letter == ' ');
}
