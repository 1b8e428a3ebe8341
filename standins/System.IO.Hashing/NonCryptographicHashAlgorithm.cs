using System.ComponentModel;

namespace System.IO.Hashing;

/// <summary>An incremental hash for checksums, not for security: bytes are appended, the hash so far can be read any time.</summary>
/// <remarks>Not thread-safe. A deriver gives <see cref="Append(ReadOnlySpan{byte})"/>, <see cref="Reset"/> and
/// <see cref="GetCurrentHashCore"/>.</remarks>
public abstract class NonCryptographicHashAlgorithm
{
    /// <param name="hashLengthInBytes">Length of the hash in bytes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is less than 1.</exception>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>Length of the hash in bytes.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Adds bytes to what has been hashed so far.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets everything appended.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash so far, without changing the state.</summary>
    /// <param name="destination">Exactly <see cref="HashLengthInBytes"/> long.</param>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the hash so far and forgets everything appended.</summary>
    /// <param name="destination">Exactly <see cref="HashLengthInBytes"/> long.</param>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{byte})"/>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    /// <summary>Appends all that is left in the stream.</summary>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    /// <inheritdoc cref="Append(Stream)"/>
    public Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AppendAllAsync(stream, cancellationToken);
    }

    /// <summary>The hash so far.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash so far; false, and nothing written, when it does not fit.</summary>
    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetCurrentHashCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>Writes the hash so far and returns its length in bytes.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int GetCurrentHash(Span<byte> destination) =>
        TryGetCurrentHash(destination, out var written) ? written : throw TooShort();

    /// <summary>The hash so far; everything appended is forgotten.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>As <see cref="GetHashAndReset()"/>; false, and nothing changed, when the hash does not fit.</summary>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetHashAndResetCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>As <see cref="GetHashAndReset()"/>, into a buffer; returns the length in bytes.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int GetHashAndReset(Span<byte> destination) =>
        TryGetHashAndReset(destination, out var written) ? written : throw TooShort();

    /// <summary>Not the hash: a hash algorithm is no key.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Use GetCurrentHash() to read the computed hash.", error: true)]
#pragma warning disable CS0809 // Obsolete overrides a member that is not: the official class does so to stop the mix-up.
#pragma warning disable CA1065 // The same: this GetHashCode exists to throw.
    public override int GetHashCode() =>
        throw new NotSupportedException("Use GetCurrentHash() to read the computed hash.");
#pragma warning restore CA1065, CS0809

    private const int BufferBytes = 4096;

    private static ArgumentException TooShort() => new("The destination is shorter than the hash.", "destination");

    private async Task AppendAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            Append(buffer.AsSpan(0, read));
        }
    }
}
