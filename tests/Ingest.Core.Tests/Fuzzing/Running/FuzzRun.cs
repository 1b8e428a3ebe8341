using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Core.Tests.Fuzzing.Checks;
using Ingest.Core.Tests.Fuzzing.Inputs;

namespace Ingest.Core.Tests.Fuzzing.Running;

/// <summary>Reads many inputs on all processors and reports what does not hold of them.</summary>
/// <param name="read">The reading that is tested.</param>
/// <param name="folder">Where inputs that show faults are written to.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "A reading that never ends holds the lock for as long as the process lives.")]
internal sealed class FuzzRun(Func<ReadOnlyMemory<byte>, ReviewReading> read, string folder)
{
    // What threads of the pool have: the app reads on those.
    private const int StackBytes = 1536 * 1024;

    // A process keeps some of what it builds on first use; what grows with the inputs grows beyond this.
    private const long MostGrowth = 16 << 20;

    private const int ThoroughEvery = 8;
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(90);

    private readonly Exam exam = new(read);
    private readonly FuzzReport report = new();
    private readonly ReaderWriterLockSlim alone = new();
    private readonly ConcurrentDictionary<int, (long Number, long Began)> running = new();
    private long next;

    /// <summary>How long to try to make an input smaller.</summary>
    public TimeSpan ShrinkingTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads the inputs of so many numbers from the first on.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told from time to time how many are done.</param>
    public FuzzReport Run(long first, int count, Action<int>? progress = null)
    {
        Directory.CreateDirectory(folder);
        var clock = Stopwatch.StartNew();
        next = first;
        var threads = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(at => new Thread(() => Work(at, first, first + count), StackBytes) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        var told = clock.Elapsed;
        while (threads.Any(thread => !thread.Join(TimeSpan.FromMilliseconds(100))))
        {
            if (running.Values.FirstOrDefault(one => Stopwatch.GetElapsedTime(one.Began) > Endless) is { Began: > 0 } stuck)
            {
                lock (report)
                {
                    report.Add(new Fault("every reading ends", $"input {stuck.Number} was still read after {Endless.TotalSeconds} s"), FuzzInput.Of(stuck.Number));
                    return report;
                }
            }

            if (clock.Elapsed - told > TimeSpan.FromSeconds(5))
            {
                told = clock.Elapsed;
                progress?.Invoke((int)Math.Min(Interlocked.Read(ref next) - first, count));
            }
        }

        report.Time = clock.Elapsed;
        CheckHeap();
        foreach (var found in report.Faults.Where(fault => fault.Input is not null))
        {
            found.File = Write(found);
        }

        return report;
    }

    private void Work(int thread, long first, long end)
    {
        // A stack that overflows takes the process with it: what was being read then stands in this file.
        var trace = Path.Combine(folder, FormattableString.Invariant($"running-{thread}"));
        using (var file = File.OpenHandle(trace, FileMode.Create, FileAccess.Write))
        {
            var every = Math.Max(100, (end - first) / 10);
            while (Interlocked.Increment(ref next) - 1 is var number && number < end)
            {
                RandomAccess.Write(file, Encoding.ASCII.GetBytes(number.ToString("D20", CultureInfo.InvariantCulture)), 0);
                Examine(thread, number);
                if ((number - first + 1) % every == 0)
                {
                    MeasureHeap();
                }
            }
        }

        running.TryRemove(thread, out _);
        File.Delete(trace);
    }

    private void Examine(int thread, long number)
    {
        alone.EnterReadLock();
        var began = Stopwatch.GetTimestamp();
        var input = FuzzInput.Of(number);
        var making = Stopwatch.GetElapsedTime(began);
        running[thread] = (number, Stopwatch.GetTimestamp());
        var (reading, cost, fault) = exam.Of(input.Bytes, isThorough: number % ThoroughEvery == 0);
        running.TryRemove(thread, out _);
        alone.ExitReadLock();
        if (fault is null && cost.IsSlow)
        {
            alone.EnterWriteLock();
            (cost, fault) = exam.Slow(input.Bytes);
            alone.ExitWriteLock();
        }

        lock (report)
        {
            report.Add(input, making, reading, cost);
            if (fault is not null)
            {
                report.Add(fault, input);
            }
        }
    }

    private void MeasureHeap()
    {
        alone.EnterWriteLock();
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        alone.ExitWriteLock();
        lock (report)
        {
            report.Heap.Add(bytes);
        }
    }

    private void CheckHeap()
    {
        // The first of them, when much was built that stays, is what the others are held against.
        if (report.Heap.Count > 1 && report.Heap[^1] - report.Heap[0] > MostGrowth)
        {
            report.Add(new Fault("memory does not grow", $"KiB in use: {string.Join(", ", report.Heap.Select(bytes => bytes >> 10))}"), null);
        }
    }

    private string Write(FoundFault found)
    {
        var bytes = Shrinker.Shrink(found.Input!.Bytes, smaller => HasFault(smaller, found.Fault.Property), ShrinkingTime);
        var path = Path.Combine(folder, FormattableString.Invariant($"{found.Input.Number}-{found.Fault.Property.Split(' ', 4)[^1].Replace('/', '-').Replace(' ', '-')}.html"));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private bool HasFault(byte[] bytes, string property)
    {
        var (_, cost, fault) = exam.Of(bytes, isThorough: true);
        return (fault ?? (cost.IsSlow ? exam.Slow(bytes).Fault : null))?.Property == property;
    }
}
