using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>What may pass told from what may not.</summary>
public sealed class FailureTests
{
    public static TheoryData<string, Exception, string, bool, bool> Exceptions => new()
    {
        { "too many requests", new RequestFailedException(429, "x"), "throttled", true, true },
        { "the service is busy", new RequestFailedException(503, "x"), "throttled", true, true },
        { "a fault of the service", new RequestFailedException(500, "x"), "storage", true, true },
        { "a gateway", new RequestFailedException(502, "x"), "storage", true, true },
        { "the service took too long", new RequestFailedException(504, "x"), "storage", true, true },
        { "a request that the service does not take", new RequestFailedException(400, "x"), "storage", true, true },
        { "a table that is not there", new RequestFailedException(404, "x"), "storage", true, true },
        { "a wrong key", new RequestFailedException(403, "x"), "storageDenied", true, true },
        { "no key", new RequestFailedException(401, "x"), "storageDenied", true, true },
        { "no token", new AuthenticationFailedException("x"), "storageDenied", true, true },
        { "a condition that does not hold", new RequestFailedException(412, "x"), "contention", true, true },
        { "a row that is there already", new RequestFailedException(409, "x"), "contention", true, true },
        { "rows that change all the time", new ContentionException("x"), "contention", true, true },
        { "no answer", new RequestFailedException(0, "x", new HttpRequestException("x")), "network", true, true },
        { "no answer, several times", new AggregateException("x", new RequestFailedException("a"), new IOException("b")), "network", true, true },
        { "busy at last", new AggregateException("x", new IOException("a"), new RequestFailedException(503, "b")), "throttled", true, true },
        { "a client's own limit", new TaskCanceledException("x"), "network", true, true },
        { "a body that breaks off", new EndOfStreamException("x"), "network", true, true },
        { "a connection that is reset", new SocketException((int)SocketError.ConnectionReset), "network", true, true },
        { "a name that is not found", new HttpRequestException("x"), "network", true, true },
        { "no memory", new InsufficientMemoryException("x"), "memory", true, false },
        { "a page that takes too long", new ReadingTimeoutException(TimeSpan.FromSeconds(1)), "readingTimeout", true, false },
        { "a fault of the app", new InvalidOperationException("x"), "unexpected", false, false },
        { "another one", new KeyNotFoundException("x"), "unexpected", false, false },
        { "a fault in several parts", new AggregateException("x", new FormatException("a")), "unexpected", false, false },
        { "nothing in several parts", new AggregateException("x"), "unexpected", false, false },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Every_exception_has_a_cause(string what, Exception exception, string word, bool mayPass, bool isOfStorage)
    {
        var failure = Failure.Of(exception);

        Assert.Equal((what, word, mayPass, isOfStorage), (what, failure.Word, failure.MayPass, failure.IsOfStorage));
        Assert.Null(failure.RetryAfter);
        Assert.EndsWith(".", failure.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Advice);
    }

    [Fact]
    public void What_is_not_known_to_pass_is_tried_less_often()
    {
        Assert.Equal(20, Failure.Of(new IOException()).MostAttempts(20));
        Assert.Equal(5, Failure.Of(new InvalidOperationException()).MostAttempts(20));
        Assert.Equal(2, Failure.Of(new InvalidOperationException()).MostAttempts(2));
    }
}
