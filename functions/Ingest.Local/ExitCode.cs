namespace Ingest.Local;

/// <summary>How the process ends; also told by <c>--help</c>.</summary>
internal static class ExitCode
{
    public const int Stopped = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int PortTaken = 3;
    public const int CannotHost = 4;
    public const int NoStorage = 5;
    public const int StoppedAtOnce = 130;
}
