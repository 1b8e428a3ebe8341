using System.Xml.Linq;

namespace Ingest.Dev.Testing;

/// <summary>A test that failed, with what it said.</summary>
internal sealed record FailedTest(string Name, string Message)
{
    private static readonly string[] Parts = ["Message", "StackTrace", "StdOut"];

    /// <summary>Reads a <c>UnitTestResult</c> of a TRX file.</summary>
    public static FailedTest Of(XElement result) => new(
        result.Attribute("testName")?.Value ?? "?",
        string.Join('\n', Parts
            .SelectMany(name => result.Descendants().Where(element => element.Name.LocalName == name))
            .Select(element => element.Value.Trim())));
}
