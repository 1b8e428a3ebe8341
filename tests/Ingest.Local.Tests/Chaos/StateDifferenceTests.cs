using Ingest.Chaos.State;

namespace Ingest.Local.Tests.Chaos;

public sealed class StateDifferenceTests
{
    [Theory]
    [InlineData("a b", "b a", "", "", "")]
    [InlineData("a b", "a", "b", "", "")]
    [InlineData("a a", "a", "a", "", "")]
    [InlineData("a", "a a a", "", "a a", "")]
    [InlineData("a", "a b b", "", "", "b b")]
    [InlineData("a1 b", "a2 b b", "a1", "b", "a2")]
    public void Lines_are_lost_duplicated_or_orphans(string expected, string actual, string lost, string duplicated, string orphans)
    {
        var difference = StateDifference.Between(Split(expected), Split(actual));

        Assert.Equal(Split(lost), difference.Lost);
        Assert.Equal(Split(duplicated), difference.Duplicated);
        Assert.Equal(Split(orphans), difference.Orphans);
        Assert.Equal(lost + duplicated + orphans == "", difference.IsNone);
    }

    private static string[] Split(string lines) => lines.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
