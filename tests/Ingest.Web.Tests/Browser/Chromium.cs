using Microsoft.Playwright;

namespace Ingest.Web.Tests.Browser;

/// <summary>The Chromium of this machine, started once; none is ever downloaded. Tests skip only where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge.exe"];

    private static readonly string[] KnownPlaces =
    [
        "/usr/bin",
        "/usr/local/bin",
        "/snap/bin",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application",
        @"C:\Program Files (x86)\Google\Chrome\Application",
        @"C:\Program Files (x86)\Microsoft\Edge\Application",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser; skips the running test where the machine has none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(
                browser is null,
                "No Chromium on this machine: install it, or name one in the environment variable CHROMIUM_PATH.");
            return browser!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args =
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? named
                : throw new FileNotFoundException("CHROMIUM_PATH names a file that is not there.", named);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Concat(KnownPlaces)
            .Where(place => place.Length > 0)
            .SelectMany(place => Names.Select(name => Path.Combine(place, name)).Prepend(place))
            .FirstOrDefault(File.Exists);
    }
}
