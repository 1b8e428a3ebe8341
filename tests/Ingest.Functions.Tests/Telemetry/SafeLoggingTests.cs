using Ingest.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Ingest.Functions.Tests.Telemetry;

/// <summary>Whatever is logged by whomever, a sink sees only what may stand in a log.</summary>
public sealed partial class SafeLoggingTests : IDisposable
{
    private const string Hostile = "a.html\n2026-01-01 info: Ingest[1] all is well\u001b[2J\u2028\u202e";
    private const string Escaped = @"a.html\n2026-01-01 info: Ingest[1] all is well\u001B[2J\u2028\u202E";

    private readonly FakeLogCollector log = new();
    private readonly ServiceProvider services;
    private readonly ILogger logger;

    public SafeLoggingTests()
    {
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(log)))
            .AddSafeLogging()
            .BuildServiceProvider();
        logger = services.GetRequiredService<ILogger<SafeLoggingTests>>();
    }

    [Fact]
    public void A_value_is_safe_in_the_message_and_by_its_name()
    {
        Say(logger, Hostile, 3);

        var record = Assert.Single(log.GetSnapshot());
        Assert.Equal($"Name {Escaped}, number 3", record.Message);
        Assert.Equal(Escaped, record.GetStructuredStateValue("Name"));
        Assert.Equal("3", record.GetStructuredStateValue("Number"));
        Assert.Equal(nameof(Say), record.Id.Name);
    }

    [Fact]
    public void What_is_safe_already_comes_as_it_was_given()
    {
        var given = new List<KeyValuePair<string, object?>> { new("Number", 3), new("Name", "a.html") };
        var formatted = new List<object>();

        logger.Log(LogLevel.Information, 7, given, null, (state, _) =>
        {
            formatted.Add(state);
            return $"{state.Count} values";
        });

        Assert.Equal("2 values", Assert.Single(log.GetSnapshot()).Message);
        Assert.Same(given, Assert.Single(formatted));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Values_of_other_types_are_made_safe_as_well(object value)
    {
        LoggerMessage.Define<object>(LogLevel.Information, new EventId(8), "Value {Value}")(logger, value, null);

        var record = Assert.Single(log.GetSnapshot());
        AssertSafe(record.Message);
        Assert.Contains(@"\n", record.Message, StringComparison.Ordinal);
        Assert.All(record.StructuredState!, pair => AssertSafe(pair.Value ?? ""));
    }

    public static TheoryData<object> Odd => new(
        (object)new[] { "a", Hostile }, new Speaking(), '\n');

    [Fact]
    public void A_state_without_names_is_safe()
    {
        var speaking = new Speaking();

        logger.Log(LogLevel.Information, 0, speaking, null, (state, _) => state.ToString());

        AssertSafe(Assert.Single(log.GetSnapshot()).Message);
    }

    [Fact]
    public void A_message_is_bounded()
    {
        Say(logger, new string('x', 1_000_000), 3);

        Assert.InRange(Assert.Single(log.GetSnapshot()).Message.Length, 1000, LogText.LongestMessage + 100);
    }

    [Fact]
    public void An_exception_keeps_its_type_and_stack_and_forges_no_line()
    {
        var thrown = Thrown();

        logger.Log(LogLevel.Error, 0, "It failed", thrown, (text, _) => text);

        var reason = Assert.Single(log.GetSnapshot()).Exception!;
        AssertSafe(reason.Message);
        Assert.Null(reason.InnerException);
        var lines = reason.ToString().Split(Environment.NewLine);
        Assert.StartsWith($"{typeof(InvalidOperationException).FullName}: outer {Escaped}", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($" ---> {typeof(AggregateException).FullName}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($" ---> {typeof(ArgumentException).FullName}: inner {Escaped}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(nameof(Thrown), StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.StartsWith(" ", line, StringComparison.Ordinal));
        Assert.All(lines, AssertSafe);
    }

    [Fact]
    public void An_exception_of_very_many_and_long_parts_is_bounded()
    {
        Exception reason = new InvalidOperationException(new string('x', 100_000));
        for (var depth = 0; depth < 20; depth++)
        {
            reason = depth % 5 == 0
                ? new AggregateException(new string('y', 1000), Enumerable.Repeat(reason, 8))
                : new InvalidOperationException(new string('z', 100_000), reason);
        }

        logger.Log(LogLevel.Error, 0, "It failed", reason, (text, _) => text);

        Assert.InRange(Assert.Single(log.GetSnapshot()).Exception!.ToString().Length, 1000, 5 * LogText.LongestMessage);
    }

    [Fact]
    public void A_scope_is_safe()
    {
        using (LoggerMessage.DefineScope<string>("Request {Path}")(logger, Hostile))
        {
            Say(logger, "x", 1);
        }

        var scope = Assert.Single(Assert.Single(log.GetSnapshot()).Scopes);
        Assert.Equal($"Request {Escaped}", scope!.ToString());
        Assert.Contains(KeyValuePair.Create("Path", (object?)Escaped), Assert.IsType<IReadOnlyList<KeyValuePair<string, object?>>>(scope, exactMatch: false));
    }

    [Fact]
    public void A_sink_that_is_added_later_sees_no_more_than_others()
    {
        var later = new FakeLogCollector();
        services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(later));

        Say(logger, Hostile, 1);

        AssertSafe(Assert.Single(later.GetSnapshot()).Message);
    }

    public void Dispose() => services.Dispose();

    private static void AssertSafe(string text) => Assert.DoesNotContain(text, letter => char.IsControl(letter) || letter is '\u2028' or '\u202e');

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException(
                $"outer {Hostile}", new AggregateException(Hostile, new ArgumentException($"inner {Hostile}")));
        }
        catch (InvalidOperationException reason)
        {
            return reason;
        }
    }

    [LoggerMessage(7, LogLevel.Information, "Name {Name}, number {Number}")]
    private static partial void Say(ILogger logger, string name, int number);

    private sealed class Speaking
    {
        public override string ToString() => Hostile;
    }
}
