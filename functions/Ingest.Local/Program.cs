using System.Runtime.InteropServices;
using Ingest.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

return CommandLine.Parse(args) switch
{
    { WantsHelp: true } => Print(CommandLine.Usage),
    { Error: { } error } => Fail(error, ExitCode.WrongUsage),
    { Options: { } options } => await RunAsync(options),
    _ => ExitCode.Failed,
};

static async Task<int> RunAsync(LocalOptions options)
{
    try
    {
        await using var host = LocalHost.Build(options);
        var signals = 0;
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Interlocked.Increment(ref signals));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            // Whoever interrupts a host that is stopping does not want to wait.
            if (Interlocked.Increment(ref signals) > 1)
            {
                Environment.Exit(ExitCode.StoppedAtOnce);
            }
        });
        if (options.Attached)
        {
            StopWithStandardInput(host);
        }

        await host.RunAsync();
        return ExitCode.Stopped;
    }
    catch (CannotHostException reason)
    {
        return Fail(reason.Message, ExitCode.CannotHost);
    }
    catch (Exception reason) when (StorageFailure.Of(reason) is { } failure)
    {
        return Fail($"The app cannot start: {failure}", ExitCode.NoStorage);
    }
    catch (IOException reason) when (reason.InnerException is AddressInUseException)
    {
        return Fail($"Port {options.Port} is taken; free it or choose another with --port.", ExitCode.PortTaken);
    }
}

// A parent that ends, in whatever way, closes the pipe.
static void StopWithStandardInput(WebApplication host) => new Thread(() =>
{
    while (Console.In.Read() >= 0)
    {
    }

    host.Lifetime.StopApplication();
})
{ IsBackground = true, Name = "standard input" }.Start();

static int Print(string text)
{
    Console.WriteLine(text);
    return ExitCode.Stopped;
}

static int Fail(string message, int code)
{
    Console.Error.WriteLine(message);
    return code;
}
