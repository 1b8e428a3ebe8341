using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Dev.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct TestTotals(int Passed, int Failed, int Skipped)
{
    public int Total => Passed + Failed + Skipped;

    public static TestTotals operator +(TestTotals left, TestTotals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>As the last line of a test run has it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    /// <summary>
    /// Reads a TRX file, result by result. A result that is neither passed nor left out counts as failed, whatever it is
    /// called.
    /// </summary>
    /// <returns>The totals and the failed tests; null when the file is missing or was not finished.</returns>
    public static (TestTotals Totals, IReadOnlyList<FailedTest> Failures)? Read(string file)
    {
        try
        {
            var results = XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult").ToList();
            var failures = results.Where(result => OutcomeOf(result) is not ("Passed" or "NotExecuted")).Select(FailedTest.Of).ToList();
            var passed = results.Count(result => OutcomeOf(result) == "Passed");
            return (new TestTotals(passed, failures.Count, results.Count - passed - failures.Count), failures);
        }
        catch (Exception reason) when (reason is IOException or XmlException)
        {
            return null;
        }
    }

    private static string? OutcomeOf(XElement result) => result.Attribute("outcome")?.Value;
}
