using System.Text.Json;
using Ingest.LocalStorage;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Browser;

/// <summary>axe-core, which finds what keeps people with disabilities from a page. Installed from npm, for tests alone.</summary>
public sealed class Axe : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "Ingest.Web.Tests", "axe");

    private string source = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await new NodePackages(Folder, "axe-core").EnsureAsync(null, TestContext.Current.CancellationToken);
        source = await File.ReadAllTextAsync(Path.Combine(Folder, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What all of its rules, best practices among them, find wrong with a page as it is now: a line for each
    /// element.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // Evaluated, not added as an element, which the pages' policy would forbid.
        await page.EvaluateAsync($"{source}\n; 0");
        var found = await page.EvaluateAsync<string>(
            """
            async () => {
                const result = await axe.run(document, { resultTypes: ['violations'] });
                return JSON.stringify(result.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id} (${rule.impact}): ${node.html.slice(0, 160)} -- ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 240)}`)));
            }
            """);
        return JsonSerializer.Deserialize<string[]>(found)!;
    }
}
