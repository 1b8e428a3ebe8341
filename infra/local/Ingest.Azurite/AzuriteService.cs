using System.Net;
using System.Net.Sockets;

namespace Ingest.LocalStorage;

/// <summary>One of the three services of an Azurite on this machine.</summary>
/// <param name="Name">Blob, Queue or Table, as Azurite writes it.</param>
/// <param name="Port">Its port; 0 while it is not known.</param>
internal sealed record AzuriteService(string Name, int Port)
{
    private const string Host = "127.0.0.1";

    public Uri Endpoint => new($"http://{Host}:{Port}/{Azurite.AccountName}");

    /// <summary>Whether Azurite's service of this name answers on the port, by the name it gives in its answers.</summary>
    public async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(
                new Uri($"{Endpoint}?comp=list"), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.Headers.TryGetValues("Server", out var servers)
                && servers.Any(server => server.StartsWith($"Azurite-{Name}", StringComparison.OrdinalIgnoreCase));
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Whether somebody listens on the port.</summary>
    public bool IsTaken()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.ExclusiveAddressUse = true;
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
            return false;
        }
        catch (SocketException exception) when (exception.SocketErrorCode
            is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return true;
        }
    }
}
