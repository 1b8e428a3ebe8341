namespace Ingest.Core.Tests.BadFiles;

/// <summary>What people drop besides good pages, and what must become of it.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string> Names => [.. BadFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_rejected_for_what_is_wrong_with_it_or_read_all_the_same(string name)
    {
        var reading = ReviewReader.Read(BadFile.All.Single(file => file.Name == name).Make(), ReadingLimits.Default);

        Assert.Equal(BadFile.All.Single(file => file.Name == name).Reason, reading.Rejection?.Reason);
        Assert.True(reading.IsReview || reading.Rejection.Advice.EndsWith('.'), reading.Rejection?.Advice);
    }

    [Fact]
    public void There_are_enough_of_them_and_each_has_a_name_of_its_own()
    {
        Assert.InRange(BadFile.All.Count(file => file.Reason is not null), 120, int.MaxValue);
        Assert.Equal(BadFile.All.Count, BadFile.All.Select(file => file.FileName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
