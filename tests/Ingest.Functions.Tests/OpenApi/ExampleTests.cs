using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.OpenApiChecks;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>The document's examples. With INGEST_WRITE_EXAMPLES=1 they are written anew from what the app answers.</summary>
public sealed class ExampleTests(AzuriteFixture azurite)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Every_example_is_what_the_app_answers()
    {
        var folder = Path.Combine(RepositoryFolder.Path, "functions", "Ingest.Functions", "Web", "OpenApi", "Examples");
        var answers = (await ExampleAnswers.AskAsync(azurite)).All;
        if (Environment.GetEnvironmentVariable("INGEST_WRITE_EXAMPLES") == "1")
        {
            foreach (var (name, json) in answers)
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, name + ".json"), json.ToJsonString(Indented) + "\n", TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(answers.Keys, Directory.GetFiles(folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.All(answers, answer => Assert.Equal(
            answer.Value.ToJsonString(Indented) + "\n", File.ReadAllText(Path.Combine(folder, answer.Key + ".json"))));
    }

    [Fact]
    public void Every_example_is_shown_and_is_valid_where_it_is_shown()
    {
        var shown = Examples.All.ToList();

        var files = typeof(IngestRegistration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("openapi/examples/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(files.Order(StringComparer.Ordinal), shown.Select(example => example.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(shown, example => Assert.Empty(AnswerCheck.Description.CheckValue(example.Schema, example.Value)));
    }
}
