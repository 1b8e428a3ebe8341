using System.Globalization;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Eight workers, random drops, replacements and deletions; afterwards storage holds the plain merge of what is there.</summary>
public sealed class ConcurrencyTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Workers = 8;
    private const int Steps = 10;
    private static readonly string[] Films = ["Ember Road", "Harbour of Glass", "The Ninth Lamp"];
    private static readonly string[] People = ["Ada Quill", "Bo Lind", "Cy Moor", "Dee Ashby"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_interleaving_ends_in_the_merge_of_the_files_that_are_there(int round)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("INGEST_TEST_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"round {round}: INGEST_TEST_SEED={seed}");
        await using var app = await TestApp.StartAsync(azurite);
        var names = Enumerable.Range(0, 5).Select(number => $"{number}.html").ToArray();

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(app, names, new Random(seed + worker))));
        var files = await FilesAsync(app);

        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
    }

    private static async Task WorkAsync(TestApp app, string[] names, Random random)
    {
        var worker = app.NewWorker();
        for (var step = 0; step < Steps; step++)
        {
            var name = names[random.Next(names.Length)];
            if (random.Next(4) == 0)
            {
                await app.RemoveAsync(name);
            }
            else
            {
                await app.PutAsync(name, Page(random));
            }

            await SettleAsync(worker, name);
        }
    }

    // As a host does: what fails is tried again.
    private static async Task SettleAsync(TestWorker worker, string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await worker.SettleAsync(name);
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
            }
        }
    }

    private static string Page(Random random)
    {
        if (random.Next(8) == 0)
        {
            return "nothing of films";
        }

        var lines = Enumerable.Range(0, 1 + random.Next(2)).SelectMany(_ => new[]
        {
            $"film: {Pick(Films)}", $"year: {1999 + (random.Next(2) * 20)}", $"director: {Pick(People)}", $"cast: {Pick(People)} as Reed",
        });
        return string.Join('\n', lines);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static async Task<Dictionary<string, string>> FilesAsync(TestApp app)
    {
        var files = new Dictionary<string, string>();
        await foreach (var blob in app.Files.GetBlobsAsync())
        {
            files[blob.Name] = (await app.Files.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        }

        return files;
    }
}
