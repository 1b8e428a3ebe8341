namespace Ingest.Local.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--prot 1", "'--prot' is no option of it")]
    [InlineData("run --port", "--port needs a value")]
    [InlineData("run --port many", "'many' is no value for --port")]
    [InlineData("--port 65536", "'65536' is no value for --port")]
    [InlineData("--root /no/such/folder", "'/no/such/folder' is no value for --root")]
    [InlineData("start", "'start' is no option of it")]
    public void What_cannot_be_followed_is_said_in_one_line(string arguments, string reason)
    {
        var commandLine = CommandLine.Parse(arguments.Split(' '));

        Assert.Null(commandLine.Options);
        Assert.Equal($"Ingest.Local: {reason}; see --help.", commandLine.Error);
    }

    [Fact]
    public void Options_are_read_with_or_without_the_verb()
    {
        var options = CommandLine.Parse(["run", "--port", "0", "--grace", "3", "--attached"]).Options;

        Assert.Equal((0, TimeSpan.FromSeconds(3), true), (options!.Port, options.Grace, options.Attached));
        Assert.Equal(options, CommandLine.Parse(["--port", "0", "--attached", "--grace", "3"]).Options);
        Assert.Equal(7071, CommandLine.Parse([]).Options!.Port);
    }

    [Fact]
    public async Task Wrong_usage_and_missing_settings_have_exit_codes_of_their_own()
    {
        using var folder = new TestFolder();
        await using var wrong = HostProcess.Start([], "--nonsense");
        await using var help = HostProcess.Start([], "--help");
        await using var unset = HostProcess.Start(
            [("Journal", "j"), ("Dropped", "d"), ("TickSchedule", "00:01:00"), ("AzureWebJobsStorage", "")],
            "--root", folder.Path, "--data", folder.Path, "--assembly", typeof(CommandLineTests).Assembly.Location);
        await using var schedule = HostProcess.Start(
            [("Journal", "j"), ("Dropped", "d"), ("TickSchedule", "every day"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true")],
            "--root", folder.Path, "--data", folder.Path, "--assembly", typeof(CommandLineTests).Assembly.Location);

        Assert.Equal(2, await wrong.WaitForEndAsync());
        Assert.Equal(0, await help.WaitForEndAsync());
        Assert.Contains(help.Output, line => line.Contains("--port N", StringComparison.Ordinal));
        Assert.Equal(4, await unset.WaitForEndAsync());
        Assert.Contains("AzureWebJobsStorage is missing", Assert.Single(unset.Errors), StringComparison.Ordinal);
        Assert.Equal(4, await schedule.WaitForEndAsync());
        Assert.Contains("'every day'", Assert.Single(schedule.Errors), StringComparison.Ordinal);
    }
}
