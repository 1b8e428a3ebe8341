using System.Text.Json;
using Ingest.OpenApiChecks;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>The validator that answers are held to.</summary>
public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1")]
    [InlineData("""{"type":["string","null"]}""", "null", "[]")]
    [InlineData("""{"type":"integer"}""", "2", "2.5")]
    [InlineData("""{"type":"integer"}""", "2.0", "\"2\"")]
    [InlineData("""{"type":"number"}""", "2.5", "true")]
    [InlineData("""{"type":"boolean"}""", "false", "0")]
    [InlineData("""{"const":"ok"}""", "\"ok\"", "\"OK\"")]
    [InlineData("""{"enum":["a","b",null]}""", "null", "\"c\"")]
    [InlineData("""{"minimum":1,"maximum":3}""", "3", "4")]
    [InlineData("""{"minimum":1,"maximum":3}""", "1", "0")]
    [InlineData("""{"minLength":1,"maxLength":2}""", "\"\uD83C\uDF9E\uD83C\uDF9E\"", "\"abc\"")]
    [InlineData("""{"minLength":1}""", "\"a\"", "\"\"")]
    [InlineData("""{"maxItems":1}""", "[1]", "[1,2]")]
    [InlineData("""{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"")]
    [InlineData("""{"format":"date"}""", "\"2024-02-29\"", "\"2023-02-29\"")]
    [InlineData("""{"format":"date-time"}""", "\"2024-02-29T10:00:00.1234567+00:00\"", "\"2024-02-29 10:00\"")]
    [InlineData("""{"format":"duration"}""", "\"PT118M\"", "\"118\"")]
    [InlineData("""{"format":"uri"}""", "\"https://reel.example/a%20b\"", "\"/a\"")]
    [InlineData("""{"format":"uri-reference"}""", "\"/films/a%C3%A9\"", "\"/films/a b\"")]
    [InlineData("""{"items":{"type":"integer"}}""", "[1,2]", "[1,\"2\"]")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"b":"any"}""", """{"a":"1"}""")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"allOf":[{"type":"integer"},{"minimum":3}]}""", "3", "2")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "null", "\"1\"")]
    [InlineData("""{"$ref":"#/components/schemas/a~1b"}""", "1", "\"1\"")]
    public void A_rule_holds_for_one_value_and_not_for_another(string schema, string right, string wrong)
    {
        Assert.Empty(Check(schema, right));
        Assert.NotEmpty(Check(schema, wrong));
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_place()
    {
        var errors = Check(
            """{"properties":{"a":{"items":{"properties":{"b":{"type":"string"}},"required":["b","c"],"additionalProperties":false}}}}""",
            """{"a":[{"b":"","c":1},{"b":1}]}""");

        Assert.Equal(["/a/0/c is not described", "/a/1/b 1 breaks type \"string\"", "/a/1/c is missing"], errors);
    }

    [Theory]
    [InlineData("""{"oneOf":[]}""")]
    [InlineData("""{"uniqueItems":true}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"format":"isbn"}""")]
    public void A_rule_that_is_not_known_is_no_silent_yes(string schema) =>
        Assert.Throws<NotSupportedException>(() => Check(schema, "\"a\""));

    private static List<string> Check(string schema, string value)
    {
        using var document = JsonDocument.Parse("""{"components":{"schemas":{"a/b":{"type":"integer"}}}}""");
        using var rules = JsonDocument.Parse(schema);
        using var json = JsonDocument.Parse(value);
        return [.. new JsonSchema(document.RootElement).Check(rules.RootElement, json.RootElement)];
    }
}
