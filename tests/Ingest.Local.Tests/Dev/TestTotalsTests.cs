using Ingest.Dev.Testing;

namespace Ingest.Local.Tests.Dev;

public sealed class TestTotalsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_result_counts_as_passed_failed_or_skipped()
    {
        File.WriteAllText(_file, """
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="a" outcome="Passed" />
              <UnitTestResult testName="b" outcome="Passed" />
              <UnitTestResult testName="c" outcome="NotExecuted" />
              <UnitTestResult testName="d" outcome="Failed"><Output><ErrorInfo>
                <Message>expected tea</Message><StackTrace>at the table</StackTrace>
              </ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="e" outcome="Timeout" />
              <UnitTestResult testName="f" />
            </Results></TestRun>
            """);

        var (totals, failures) = TestTotals.Read(_file)!.Value;

        Assert.Equal("2 passed, 3 failed, 1 skipped", totals.ToString());
        Assert.Equal(["d", "e", "f"], failures.Select(failure => failure.Name));
        Assert.Equal("expected tea\nat the table", failures[0].Message);
    }

    [Fact]
    public void A_run_that_left_no_whole_file_has_no_totals()
    {
        File.WriteAllText(_file, "<TestRun><Results><UnitTestResult outcome=\"Passed\" />");

        Assert.Null(TestTotals.Read(_file));
        Assert.Null(TestTotals.Read(_file + ".missing"));
    }

    [Fact]
    public void Totals_add_up()
    {
        var sum = new TestTotals(1, 2, 3) + new TestTotals(10, 20, 30);

        Assert.Equal("11 passed, 22 failed, 33 skipped", sum.ToString());
        Assert.Equal(66, sum.Total);
    }
}
