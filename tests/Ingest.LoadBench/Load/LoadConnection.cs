using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingest.LoadBench.Load;

/// <summary>One connection that asks for the same thing again and again, and reads no more of an answer than its status and
/// its length.</summary>
internal sealed class LoadConnection(LoadOrder order) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request = Encoding.ASCII.GetBytes(order.Request);
    private readonly byte[] status = Encoding.ASCII.GetBytes($"HTTP/1.1 {order.Status} ");
    private readonly byte[] buffer = new byte[64 * 1024];

    /// <summary>How long each answer took, in microseconds.</summary>
    public List<int> Microseconds { get; } = [];

    public Task ConnectAsync() => socket.ConnectAsync(IPAddress.Loopback, order.Port);

    /// <summary>Asks until a point of time, given as a timestamp of <see cref="Stopwatch"/>.</summary>
    /// <exception cref="InvalidDataException">An answer is not what was ordered.</exception>
    public async Task RunAsync(long until)
    {
        for (var began = Stopwatch.GetTimestamp(); began < until;)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync();
            var ended = Stopwatch.GetTimestamp();
            Microseconds.Add((int)Stopwatch.GetElapsedTime(began, ended).TotalMicroseconds);
            began = ended;
        }
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask ReadAnswerAsync()
    {
        var read = 0;
        int head;
        while ((head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
        {
            read += await ReceiveAsync(read);
        }

        for (var missing = head + 4 + BodyLength(buffer.AsSpan(0, head)) - read; missing > 0;)
        {
            missing -= await ReceiveAsync(0);
        }
    }

    private async ValueTask<int> ReceiveAsync(int at) => await socket.ReceiveAsync(buffer.AsMemory(at)) is > 0 and var count
        ? count
        : throw new InvalidDataException("The server closed the connection, or its headers are too long.");

    private int BodyLength(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(status))
        {
            throw new InvalidDataException($"Not a {order.Status}: {Encoding.ASCII.GetString(head[..Math.Min(head.Length, 40)])}");
        }

        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length
            : order.Status == (int)HttpStatusCode.NotModified ? 0
            : throw new InvalidDataException("An answer does not say how long it is.");
    }
}
