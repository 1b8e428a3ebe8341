using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Functions.Web.OpenApi;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>The document, and the tests' own validator, in the eyes of others: of Ajv and of the official schema of OpenAPI.
/// Runs after all tests that may run at once, so that it has what they collected.</summary>
[CollectionDefinition(nameof(JudgeTests), DisableParallelization = true)]
[Collection(nameof(JudgeTests))]
public sealed class JudgeTests
{
    [Fact]
    public async Task The_document_is_valid_and_Ajv_agrees_about_all_bodies_and_what_is_wrong_with_changed_ones()
    {
        var examples = Examples.All.DistinctBy(example => example.Name).ToList();
        List<(string Schema, string Json)> valid = [.. examples.Select(example => (example.Schema, example.Value.GetRawText())), .. AnswerCheck.Collected];
        var mutants = examples
            .SelectMany(example => Mutants.Of(JsonNode.Parse(example.Value.GetRawText()))
                .Select(mutant => (example.Schema, Json: mutant?.ToJsonString() ?? "null")))
            .Distinct();
        var cases = valid.Concat(mutants).ToList();
        var own = cases.ConvertAll(one => IsValid(one.Schema, one.Json));

        var (invalid, verdicts) = await Judge.AskAsync(OpenApiDocument.Create(), AnswerCheck.Description.Document, cases);

        Assert.Null(invalid);
        Assert.Empty(cases.Where((_, number) => own[number] != verdicts[number]).Take(5));
        Assert.DoesNotContain(false, verdicts.Take(valid.Count));
        Assert.InRange(verdicts.Count(verdict => !verdict), cases.Count / 2, cases.Count);
    }

    private static bool IsValid(string schema, string json)
    {
        using var value = JsonDocument.Parse(json);
        return !AnswerCheck.Description.CheckValue(schema, value.RootElement).Any();
    }
}
