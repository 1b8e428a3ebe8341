using Ingest.LoadBench.Servers;

namespace Ingest.LoadBench;

/// <summary>A request with what was measured of it: at the app, and at the bare server.</summary>
/// <param name="request">The request.</param>
/// <param name="answer">The app's answer, which the bare server gives too.</param>
internal sealed class Contestant(MeasuredRequest request, RecordedAnswer answer)
{
    public MeasuredRequest Request => request;

    public RecordedAnswer Answer => answer;

    /// <summary>By number of connections.</summary>
    public Dictionary<int, Measured> AtApp { get; } = [];

    /// <inheritdoc cref="AtApp"/>
    public Dictionary<int, Measured> AtBare { get; } = [];

    /// <summary>The app's answers for each of the bare server's.</summary>
    public double OfBare(int connections) => AtApp[connections].PerSecond / AtBare[connections].PerSecond;

    /// <summary>How many times as long the app takes for this as for another.</summary>
    public double TimesAsLongAs(Contestant other, int connections) =>
        other.AtApp[connections].PerSecond / AtApp[connections].PerSecond;
}
