using System.Globalization;
using Ingest.Core.Tests.Fuzzing.Checks;
using Ingest.Core.Tests.Fuzzing.Inputs;
using Ingest.Core.Tests.Fuzzing.Mutators;
using Ingest.Core.Tests.Fuzzing.Running;

namespace Ingest.Core.Tests.Fuzzing;

/// <summary>What holds of every file, held against many thousands that nobody would write.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>How many inputs to read, and the number of the first.</summary>
    private const string Variable = "INGEST_TEST_FUZZ";

    private static string Folder => Path.Combine(SharedData.RepositoryRoot(), "TestResults", "fuzz");

    [Fact]
    public void Whatever_is_done_to_a_page_it_is_read_or_rejected_and_all_that_is_promised_holds()
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        var (count, first) = asked?.Split(' ') is [var many, var from] ? (int.Parse(many, CultureInfo.InvariantCulture), long.Parse(from, CultureInfo.InvariantCulture)) : (5_000, 1);
        output.WriteLine($"made of {SeedPage.All.Count} pages{(SeedPage.HasShared ? "" : "; the shared data is not there")}, from input {first} on");

        var run = new FuzzRun(Read, Folder);
        var report = run.Run(first, count, done =>
        {
            if (asked is not null)
            {
                Console.Error.WriteLine($"{done} of {count} inputs");
            }
        });

        output.WriteLine(report.ToString());
        Assert.Empty(report.Faults.Select(fault => fault.ToString()));
        Assert.Equal(count, report.Inputs);
    }

    [Fact]
    public void Reviews_and_rejections_are_among_what_comes_of_the_first_inputs()
    {
        var outcomes = Enumerable.Range(1, 400).Select(number => Read(FuzzInput.Of(number).Bytes)).ToList();

        Assert.Contains(outcomes, reading => reading.Films.Length > 0);
        Assert.Superset(
            new HashSet<RejectionReason?> { RejectionReason.NotHtml, RejectionReason.UnreadableCharset, RejectionReason.NoArticle },
            outcomes.Select(reading => reading.Rejection?.Reason).ToHashSet());
    }

    [Fact]
    public void Every_way_to_damage_a_page_damages_it_and_does_so_again()
    {
        // One that has something of everything that is damaged.
        var page = """
            <html><head><meta charset="utf-8"><script type="application/ld+json">{"@type":"Review","name":"a"}</script></head>
            <body><div class="x" id="y"><p>Mara Vénn, in <b>the film of the year</b>, is good.</p><p>It is by a director.</p></div></body></html>
            """.Bytes();
        foreach (var mutator in MutatorList.All)
        {
            var damaged = Enumerable.Range(1, 40).Select(seed => mutator.Apply(page, new Random(seed))).ToList();

            Assert.True(damaged.Exists(text => text != page), mutator.Name);
            Assert.True(damaged.TrueForAll(text => text.All(c => c <= 0xFF)), $"{mutator.Name} makes what is no byte");
            Assert.Equal(damaged, Enumerable.Range(1, 40).Select(seed => mutator.Apply(page, new Random(seed))));
        }
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "throws", "no InvalidOperationException from elsewhere" },
        { "is slow", "a reading takes time in proportion to its input" },
        { "allocates", "a reading allocates in proportion to its input" },
        { "keeps all", "memory does not grow" },
        { "gives controls", "no control characters in article.Title" },
        { "gives halves", "no halves of surrogate pairs in article.Byline" },
        { "misquotes", "quotes stand in the text at their offsets" },
        { "says more than is shown", "no article is longer than what its page shows" },
        { "differs", "the same bytes give the same reading" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_reading_that_breaks_a_promise_is_found_and_a_small_input_that_shows_it_kept(string how, string property)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-fuzz");
        try
        {
            var run = new FuzzRun(BrokenReader.Of(how), folder.FullName) { ShrinkingTime = TimeSpan.FromSeconds(0.2) };
            var report = run.Run(1, how == "keeps all" ? 1_000 : 8);

            var found = Assert.Single(report.Faults, fault => fault.Fault.Property == property);
            Assert.True(found.Input is null || new FileInfo(found.File!).Length <= found.Input.Bytes.Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static TheoryData<string> Found =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "found")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_once_stays_mended(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "found", name));
        var exam = new Exam(Read);

        var (_, cost, fault) = exam.Of(bytes, isThorough: true);

        Assert.Null(fault ?? (cost.IsSlow ? exam.Slow(bytes).Fault : null));
    }

    private static ReviewReading Read(ReadOnlyMemory<byte> file) => ReviewReader.Read(file, ReadingLimits.Default);
}
