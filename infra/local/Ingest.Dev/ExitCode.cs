namespace Ingest.Dev;

/// <summary>How dev.cs ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int PortTaken = 3;
    public const int Missing = 4;
    public const int NoAzurite = 5;
    public const int Interrupted = 130;

    public const string Meanings = "0 done, 1 failed, 2 wrong usage, 3 a port is taken, 4 something it needs is missing, "
        + "5 Azurite did not start, 130 interrupted";
}
