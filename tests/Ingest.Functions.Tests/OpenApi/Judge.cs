using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.LocalStorage;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Ajv, and the official schema of OpenAPI 3.1, in Node.js.</summary>
internal static class Judge
{
    private static readonly string Folder =
        Path.Combine(RepositoryFolder.Path, "tests", "Ingest.Functions.Tests", "OpenApi", "ajv");

    /// <summary>What is wrong with a document (null: nothing), and which cases are valid.</summary>
    /// <param name="original">The document as it is served.</param>
    /// <param name="document">The same with records closed.</param>
    /// <param name="cases">Bodies as JSON, with the places of their schemas in the document.</param>
    public static async Task<(string? Invalid, List<bool> Verdicts)> AskAsync(
        byte[] original, JsonElement document, IEnumerable<(string Schema, string Json)> cases)
    {
        var token = TestContext.Current.CancellationToken;
        await new NodePackages(Folder, "Ajv").EnsureAsync(null, token);
        var question = new JsonObject
        {
            ["original"] = JsonNode.Parse(original),
            ["document"] = JsonNode.Parse(document.GetRawText()),
            ["cases"] = new JsonArray([.. cases.Select(one => new JsonObject { ["schema"] = one.Schema, ["json"] = one.Json })]),
        };
        var answer = JsonNode.Parse(await RunAsync(question.ToJsonString(), token))!;
        return (answer["invalid"]?.ToJsonString(), [.. answer["verdicts"]!.AsArray().Select(valid => valid!.GetValue<bool>())]);
    }

    private static async Task<string> RunAsync(string input, CancellationToken token)
    {
        var start = new ProcessStartInfo("node", ["judge.mjs"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(token), node.StandardError.ReadToEndAsync(token));
        await node.StandardInput.WriteAsync(input.AsMemory(), token);
        node.StandardInput.Close();
        await node.WaitForExitAsync(token);
        Assert.True(node.ExitCode == 0, await errors);
        return await output;
    }
}
