using System.Net;
using System.Net.Sockets;

namespace Ingest.Dev.Running;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>Sees that nobody listens on a port, before time is spent on anything else.</summary>
    /// <exception cref="DevException">Somebody does.</exception>
    public static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
        }
        catch (SocketException)
        {
            throw new DevException(ExitCode.PortTaken, $"port {port} is taken; free it or choose another with --port.");
        }
    }
}
