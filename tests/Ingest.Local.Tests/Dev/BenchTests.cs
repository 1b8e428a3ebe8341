using System.Diagnostics;
using System.Globalization;
using Ingest.Dev;

namespace Ingest.Local.Tests.Dev;

public sealed class BenchTests(ITestOutputHelper output)
{
    private const string OfPages = "tests/Ingest.Benchmarks";
    private const string OfLoad = "tests/Ingest.LoadBench";
    private static readonly Repository Repository = Repository.Find();
    private static readonly int[] Connections = [1, 16, 64];
    private static readonly string[] Shapes = ["prose", "tables", "attributes", "data"];

    [Fact]
    public async Task The_extraction_of_articles_is_measured_beside_Readability_where_that_is_installed()
    {
        var readability = Path.Combine(Repository.Root, OfPages, "readability");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(readability, "node_modules")),
            "Readability is not installed; 'dotnet dev.cs bench articles samples' installs it.");

        var lines = await RunAsync(OfPages, "articles", Repository.Samples, "0.05", readability);

        AssertMeasured(lines, "Readability, linkedom", 5);
        AssertMeasured(lines, "Readability, jsdom", 5);
        Assert.Contains(lines, line => line.StartsWith("On the pages that both read, Readability takes ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_extraction_of_articles_is_measured_beside_the_bare_parse_where_it_is_not()
    {
        var empty = Directory.CreateTempSubdirectory("ingest-local-test");
        try
        {
            var lines = await RunAsync(OfPages, "articles", Repository.Samples, "0.05", empty.FullName);

            AssertMeasured(lines, "HtmlAgilityPack parse only", 5);
            AssertMeasured(lines, "PageReader + ArticleReader", 5);
            Assert.Contains(lines, line => line.StartsWith("The extraction takes ", StringComparison.Ordinal));
            Assert.Contains($"Readability is not compared: its npm packages are not installed in {empty.FullName}.", lines);
        }
        finally
        {
            empty.Delete();
        }
    }

    [Fact]
    public async Task What_each_part_of_the_reading_allocates_is_measured()
    {
        var lines = await RunAsync(OfPages, "memory", Repository.Samples);

        AssertMeasured(lines, "HtmlAgilityPack parse only", 2);
        AssertMeasured(lines, "PageReader.Read", 2);
        AssertMeasured(lines, "ArticleReader.Read", 2);
        AssertMeasured(lines, "FactReader.Read", 2);
    }

    [Fact]
    public async Task What_the_app_serves_is_measured_beside_a_bare_server_over_few_and_many_connections()
    {
        var lines = await RunAsync(OfLoad, "web", "0.06", "5");

        string[] names = ["film, 200", "film, 304", "search", "film page", "film, 200, 5 reviews", "film page, 5 reviews"];
        Assert.All(
            names.SelectMany(_ => Connections, (name, connections) => $"{name,-28}{connections,6} "), row => AssertMeasured(lines, row, 6));
        Assert.Contains(lines, line => line.StartsWith("film, 304: ", StringComparison.Ordinal) && line.EndsWith("wanted is 0.4.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("film page, 5 reviews (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_ingestion_costs_is_measured_beside_a_client_that_repeats_its_requests()
    {
        var lines = await RunAsync(OfLoad, "ingest", "0.1", "4");

        AssertMeasured(lines, $"{4,8} ", 10);
        Assert.Contains(lines, line => line.StartsWith("The app makes at least ", StringComparison.Ordinal) && line.EndsWith("wanted is 0.6.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_deployed_app_takes_is_simulated_and_nothing_is_lost()
    {
        var lines = await RunAsync(OfLoad, "scale", "1", "100");

        AssertMeasured(lines, "1,000 a minute ", 6);
        AssertMeasured(lines, "100,000 a minute, 4 accounts", 6);
        Assert.Contains(lines, line => line.StartsWith("A million reviews, ", StringComparison.Ordinal));
        Assert.Contains("Lost of all that is dropped: 0; wanted is 0.", lines);
    }

    /// <summary>One line begins with the name, and its first figures are above nothing.</summary>
    private static void AssertMeasured(IReadOnlyList<string> lines, string name, int figures)
    {
        var row = Assert.Single(lines, line => line.StartsWith(name, StringComparison.Ordinal));
        var values = row[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(values.Take(figures), value => Assert.InRange(double.Parse(value, CultureInfo.InvariantCulture), double.Epsilon, double.MaxValue));
        Assert.True(values.Length >= figures, row);
    }

    [Fact]
    public async Task A_page_of_ten_megabytes_holds_at_most_twelve_times_its_size_in_memory()
    {
        var lines = await RunAsync(OfPages, ["held", "10", "12", .. Shapes]);

        Assert.All(
            Shapes,
            shape => Assert.Contains(lines, line => line.StartsWith(shape, StringComparison.Ordinal) && line.Contains("<= 12", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task As_many_large_pages_as_are_read_at_once_fit_into_the_memory_that_is_stated()
    {
        var lines = await RunAsync(OfLoad, "held", "3", "10");

        Assert.Contains(lines, line => line.StartsWith("3 pages of 10 MiB dropped at once", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("failed", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> RunAsync(string project, params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Repository.Output(project, configuration), .. arguments]) { RedirectStandardOutput = true };
        using var bench = Process.Start(start)!;
        var text = await bench.StandardOutput.ReadToEndAsync();
        await bench.WaitForExitAsync();

        output.WriteLine(text);
        Assert.Equal(0, bench.ExitCode);
        return [.. text.Split('\n').Select(line => line.TrimEnd())];
    }
}
