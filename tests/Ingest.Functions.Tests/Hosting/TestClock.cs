namespace Ingest.Functions.Tests;

/// <summary>The system's clock, moved forward as far as a test says.</summary>
internal sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
