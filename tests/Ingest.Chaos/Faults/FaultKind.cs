namespace Ingest.Chaos.Faults;

/// <summary>What becomes of a request on its way to storage, or of the answer on its way back.</summary>
internal enum FaultKind
{
    /// <summary>Nothing: it is passed on as it is.</summary>
    None,

    /// <summary>The connection is closed before the request is passed on.</summary>
    Dropped,

    /// <summary>The request is passed on late.</summary>
    Delayed,

    /// <summary>The connection is closed in the middle of the answer; of an answer without a body, before it.</summary>
    Cut,

    /// <summary>Answered 500, not passed on.</summary>
    ServerError,

    /// <summary>Answered 503, not passed on.</summary>
    Busy,

    /// <summary>Answered 503 with a Retry-After of a second, not passed on.</summary>
    BusyForASecond,

    /// <summary>Answered 429 with a Retry-After of a second, not passed on.</summary>
    Throttled,

    /// <summary>Passed on and carried out; then the connection is closed instead of an answer.</summary>
    AnswerLost,

    /// <summary>Answered as if a blob had been written, not passed on. No storage does that: a run with it has to fail.</summary>
    Swallowed,
}
