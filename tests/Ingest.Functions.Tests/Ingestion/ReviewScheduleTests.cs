using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>What is to be done about a review, and when.</summary>
public sealed class ReviewScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ReviewSchedule schedule = new(
        Pages.ReaderOf(7), Options.Create(new IngestOptions { MaxFileBytes = 2000 }), new Stopped());

    public static TheoryData<string, string> Records => new()
    {
        { "ingested", "None" },
        { "rejected", "None" },
        { "deleted", "None" },
        { "ingested by another reader", "Outdated" },
        { "rejected by another reader", "Outdated" },
        { "rejected by a limit that is higher now", "Outdated" },
        { "rejected by a limit that is lower now", "None" },
        { "received just now", "Busy" },
        { "received, and left", "Due" },
        { "received, and left many times, lately", "Waiting" },
        { "received, and left as often as it is tried", "Interrupted" },
        { "handed back", "Due" },
        { "failed, due", "Due" },
        { "failed, due later", "Waiting" },
        { "failed and given up", "GivenUp" },
        { "failed and given up with another reader", "Outdated" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void What_is_to_be_done_follows_from_the_record(string which, string work) =>
        Assert.Equal(work, schedule.WorkOn(RecordOf(which)).ToString());

    [Fact]
    public void A_settled_review_is_done_for_its_own_file_alone()
    {
        Assert.True(schedule.IsDone(RecordOf("ingested"), "etag"));
        Assert.False(schedule.IsDone(RecordOf("ingested"), "other"));
        Assert.False(schedule.IsDone(RecordOf("ingested"), null));
        Assert.True(schedule.IsDone(RecordOf("deleted"), null));
        Assert.False(schedule.IsDone(RecordOf("rejected by a limit that is higher now"), "etag"));
    }

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(5, 0.5, 1)]
    [InlineData(6, 1, 2)]
    [InlineData(9, 8, 16)]
    [InlineData(19, 180, 360)]
    public void Waits_double_after_the_first_attempts_and_differ(int attempts, double least, double most)
    {
        var record = RecordOf("ingested") with { Attempts = attempts };

        var waits = Enumerable.Range(0, 50)
            .Select(_ => (schedule.NextAttempt(record, Failure.Of(new IOException()))!.Value - Now).TotalMinutes)
            .ToList();

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 1);
    }

    [Fact]
    public void Storage_is_left_alone_as_long_as_it_asks_for_and_no_attempt_follows_the_last()
    {
        var record = RecordOf("ingested") with { Attempts = 1 };
        var asked = Failure.Of(new IOException()) with { RetryAfter = TimeSpan.FromMinutes(30) };

        Assert.Equal(Now.AddMinutes(30), schedule.NextAttempt(record, asked));
        Assert.Null(schedule.NextAttempt(record with { Attempts = 20 }, asked));
        Assert.Null(schedule.NextAttempt(record with { Attempts = 5 }, Failure.Of(new InvalidOperationException())));
    }

    private static ReviewRecord RecordOf(string which)
    {
        var record = new ReviewRecord
        {
            Name = ReviewName.Parse("a.html"),
            BlobETag = "etag",
            Attempts = 1,
            TriedBy = 7,
            ReaderVersion = 7,
            ClaimedAt = Now.AddSeconds(-5),
        };
        var left = record with { Status = ReviewStatus.Received, ClaimedAt = Now.AddMinutes(-11) };
        var rejected = record with { Status = ReviewStatus.Rejected, Reason = "tooLarge", Limit = 2000 };
        var failed = record with { Status = ReviewStatus.Failed };
        return which switch
        {
            "ingested" => record with { Status = ReviewStatus.Ingested },
            "rejected" => rejected with { Reason = "noArticle", Limit = null },
            "deleted" => record with { Status = ReviewStatus.Deleted, ReaderVersion = 1 },
            "ingested by another reader" => record with { Status = ReviewStatus.Ingested, ReaderVersion = 6 },
            "rejected by another reader" => rejected with { ReaderVersion = 6 },
            "rejected by a limit that is higher now" => rejected with { Limit = 1000 },
            "rejected by a limit that is lower now" => rejected with { Limit = 3000 },
            "received just now" => record with { Status = ReviewStatus.Received },
            "received, and left" => left,
            "received, and left many times, lately" => left with { Attempts = 12 },
            "received, and left as often as it is tried" => left with { Attempts = 20 },
            "handed back" => record with { Status = ReviewStatus.Received, NextAttemptAt = Now },
            "failed, due" => failed with { NextAttemptAt = Now },
            "failed, due later" => failed with { NextAttemptAt = Now.AddSeconds(1) },
            "failed and given up" => failed,
            "failed and given up with another reader" => failed with { TriedBy = 6 },
            _ => throw new ArgumentOutOfRangeException(nameof(which)),
        };
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
