namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Scripts that hold a page's state, and damage to scripts.</summary>
internal static class ScriptMutators
{
    private static readonly string[] Beginnings =
    [
        "window.__STATE__ = ", "window.__INITIAL_STATE__=", "var data = ", "self.__next_f.push([1,", "window.x = JSON.parse('", "window.x = JSON.parse(\"", "x(", "__NUXT__=(function(a,b){return ", "const a = `", "/* ", "// ", "\"use strict\";",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("state", (page, random) => Insert(page, random, $"<script>{random.Of(Beginnings)}{State(random, 4)}{random.Of(["", ";", "')", "\")", "])", "}(1,2))", "`"])}</script>")),
        new("state of its own type", (page, random) => Insert(page, random, $"<script id=\"__NEXT_DATA__\" type=\"application/json\">{State(random, 5)}</script>")),
        new("state alone", (_, random) => $"<html><head><title>{SentenceGrammar.Title(random)}</title></head><body><div id=root></div><script>{random.Of(Beginnings)}{State(random, 3)}</script></body></html>".Bytes()),
        new("deep state", (page, random) => Insert(page, random, $"<script>{random.Of(Beginnings)}{random.Of(["{\"a\":", "[", "{\"content\":["]).Times(random.Count())}\"{SentenceGrammar.Paragraph(random)}\"</script>")),
        new("state of many pieces", (page, random) => Insert(page, random, $"<script>self.x=[{string.Join(',', Enumerable.Range(0, random.Count() % 500).Select(_ => $"{{\"text\":\"{SentenceGrammar.Sentence(random)}\"}}"))}]</script>")),
        new("script without an end", (page, random) => Insert(page, random, "<script>" + random.Of(Beginnings) + "{\"body\":\"")),
        new("script in a script", (page, random) => Insert(page, random, $"<script><!--<script>{State(random, 2)}</script>--></script>")),
        new("quotation marks in scripts", (page, random) => Insert(page, random, $"<script>{random.Of(["\"", "'", "`", "\\\"", "\"\\", "/\"/", "${"]).Times(random.Count())}</script>")),
    ];

    private static string Insert(string page, Random random, string text) => page.Insert(random.PlaceOf(page, '<'), text.Bytes());

    private static string State(Random random, int depth) => (depth <= 0 ? 0 : random.Next(5)) switch
    {
        0 => $"\"{SentenceGrammar.Paragraph(random).Replace("\"", random.Next(4) == 0 ? "\"" : "\\\"", StringComparison.Ordinal)}\"",
        1 => $"\"<p>{SentenceGrammar.Paragraph(random).Replace("\"", "\\u0022", StringComparison.Ordinal)}<\\/p>\\n\\u003cp\\u003e\\ud83d\"",
        2 => $"[{string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => State(random, depth - 1)))}]",
        _ => $"{{{string.Join(",", Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{random.Of(["body", "content", "text", "title", "headline", "html", "children", "a", "date"])}\":{State(random, depth - 1)}"))}}}",
    };
}
