using Ingest.Core.Articles;

namespace Ingest.Core.Tests.Articles;

public class ScriptLiteralsTests
{
    private const string Prose = "The ferry leaves at four, and nobody on the pier has heard it go. What follows is less a story than a weather report from the "
        + "inside of a marriage, told by two people who hardly look at one another before the second hour has begun in earnest.";

    [Theory]
    [InlineData("var a = \"$\";", "$")]
    [InlineData("var a = '$';", "$")]
    [InlineData("load('short', \"$ She said \\\"no\\\".\")", "$ She said \"no\".")]
    [InlineData("load('$ It\\'s over.\\n\\x3Cb>Go\\x3C/b>.')", "$ It's over.\n<b>Go</b>.")]
    [InlineData("s = JSON.parse('{\"body\":\"$ He said \\\\\"no\\\\\" twice.\"}')", "$ He said \"no\" twice.")]
    [InlineData("s = JSON.parse(\"{\\\"body\\\":\\\"$\\\"}\")", "$")]
    public void Prose_in_a_string_of_a_script_is_found(string script, string found) =>
        Assert.Equal([found.Replace("$", Prose, StringComparison.Ordinal)], ScriptLiterals.PiecesOf(script.Replace("$", Prose, StringComparison.Ordinal).AsMemory())!);

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("\"$")]
    [InlineData("'\\")]
    [InlineData("var a = \"\\uD83D\";")]
    [InlineData("// it's $")]
    public void Anything_else_is_none(string script) =>
        Assert.Null(ScriptLiterals.PiecesOf(script.Replace("$", Prose, StringComparison.Ordinal).AsMemory()));
}
