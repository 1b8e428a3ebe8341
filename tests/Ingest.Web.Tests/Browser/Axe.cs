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

    /// <summary>Fails where anything is wrong with a page, on a desk or on a phone, by day or by night.</summary>
    public async Task RequireNothingWrongAsync(IPage page)
    {
        foreach (var width in new[] { 1200, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Report("by day", await ViolationsAsync(page));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Report("by night", await ViolationsAsync(page, onlyColours: true));

            void Report(string time, IReadOnlyList<string> violations) =>
                Assert.True(violations.Count == 0, $"{width} pixels wide, {time}:\n{string.Join('\n', violations)}");
        }
    }

    /// <summary>What its rules for WCAG 2.2 AA, and its best practices, find wrong with a page as it is now: a line for each
    /// element.</summary>
    /// <param name="page">The page; nothing of it is changed.</param>
    /// <param name="onlyColours">Only the rules that colours matter to.</param>
    public async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool onlyColours = false)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            // Evaluated, not added as an element, which the pages' policy would forbid.
            await page.EvaluateAsync($"{source}\n; 0");
        }

        var found = await page.EvaluateAsync<string>(
            """
            async onlyColours => {
                const rules = { 'target-size': { enabled: true } };
                const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };
                const result = await axe.run(document, { resultTypes: ['violations'], ...(onlyColours ? colours : { rules }) });
                return JSON.stringify(result.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id} (${rule.impact}): ${node.html.slice(0, 200)} ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 300)}`)));
            }
            """,
            onlyColours);
        return JsonSerializer.Deserialize<string[]>(found)!;
    }
}
