using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Lets readings begin in the order in which they come, as long as the files being read at once have no more bytes
/// than <see cref="IngestOptions.ReadingBytesAtOnce"/>: what reading holds in memory grows with them.</summary>
internal sealed class ReadingGate(IOptions<IngestOptions> options)
{
    /// <summary>What a smaller file counts as: it may hold as much as one of this size.</summary>
    public const long Least = 6 * 1024 * 1024;

    private readonly Lock entry = new();
    private readonly LinkedList<Waiting> queue = new();
    private readonly long all = options.Value.ReadingBytesAtOnce;
    private long free = options.Value.ReadingBytesAtOnce;

    /// <summary>Number of bytes that the files being read count as.</summary>
    public long Taken
    {
        get
        {
            lock (entry)
            {
                return all - free;
            }
        }
    }

    /// <summary>The share of a file that may be read at once; null where it has to wait.</summary>
    /// <param name="bytes">Its size; whatever is more than all there is counts as all.</param>
    public ReadingShare? TryEnter(long bytes)
    {
        bytes = Counted(bytes);
        lock (entry)
        {
            if (queue.Count > 0 || bytes > free)
            {
                return null;
            }

            free -= bytes;
            return new ReadingShare(this, bytes);
        }
    }

    /// <summary>The share of a file, once everybody who came before has one and there is room.</summary>
    /// <inheritdoc cref="TryEnter"/>
    /// <param name="bytes">Its size.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    public async Task<ReadingShare> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        if (TryEnter(bytes) is { } entered)
        {
            return entered;
        }

        var waiting = new Waiting(Counted(bytes));
        lock (entry)
        {
            queue.AddLast(waiting);
            Admit();
        }

        await using var giveUp = cancellationToken.UnsafeRegister(_ => Abandon(waiting, cancellationToken), null);
        return await waiting.Entered.Task;
    }

    /// <summary>Gives a share back.</summary>
    internal void Leave(long bytes)
    {
        lock (entry)
        {
            free += bytes;
            Admit();
        }
    }

    private long Counted(long bytes) => Math.Min(Math.Max(bytes, Least), all);

    private void Abandon(Waiting waiting, CancellationToken cancellationToken)
    {
        lock (entry)
        {
            if (queue.Remove(waiting))
            {
                waiting.Entered.SetCanceled(cancellationToken);
                Admit();
            }
        }
    }

    private void Admit()
    {
        while (queue.First is { } first && first.Value.Bytes <= free)
        {
            free -= first.Value.Bytes;
            queue.RemoveFirst();
            first.Value.Entered.SetResult(new ReadingShare(this, first.Value.Bytes));
        }
    }

    private sealed class Waiting(long bytes)
    {
        public long Bytes => bytes;

        public TaskCompletionSource<ReadingShare> Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
