using System.IO.Hashing;
using System.Text;

namespace Standins.Tests;

/// <summary>The base class that Azure.Storage.Common derives its checksum from, under a checksum with a published check value.</summary>
public sealed class HashingTests
{
    private const string Digits = "123456789";
    private static readonly byte[] CheckValue = [0xCB, 0xF4, 0x39, 0x26];

    [Fact]
    public async Task Bytes_may_be_appended_in_any_way()
    {
        var bytes = Encoding.ASCII.GetBytes(Digits);
        var whole = new Crc32();
        whole.Append(bytes);
        var parts = new Crc32();
        parts.Append(bytes.AsSpan(0, 4));
        parts.Append(bytes.AsSpan(4));
        var stream = new Crc32();
        stream.Append(new MemoryStream(bytes));
        var asynchronous = new Crc32();
        await asynchronous.AppendAsync(new MemoryStream(bytes));

        Assert.All([whole, parts, stream, asynchronous], hash => Assert.Equal(CheckValue, hash.GetCurrentHash()));
    }

    [Fact]
    public async Task A_stream_longer_than_any_buffer_is_read_to_its_end()
    {
        var bytes = Enumerable.Range(0, 1_000_003).Select(number => (byte)number).ToArray();
        var expected = new Crc32();
        expected.Append(bytes);
        var stream = new Crc32();
        stream.Append(new MemoryStream(bytes));
        var asynchronous = new Crc32();
        await asynchronous.AppendAsync(new MemoryStream(bytes));

        Assert.Equal(expected.GetCurrentHash(), stream.GetCurrentHash());
        Assert.Equal(expected.GetCurrentHash(), asynchronous.GetCurrentHash());
    }

    [Fact]
    public void Reading_the_hash_keeps_it_and_reading_with_reset_does_not()
    {
        var hash = new Crc32();
        hash.Append(Encoding.ASCII.GetBytes(Digits));
        Span<byte> buffer = stackalloc byte[6];

        Assert.Equal(4, hash.HashLengthInBytes);
        Assert.Equal(CheckValue, hash.GetCurrentHash());
        Assert.Equal(4, hash.GetCurrentHash(buffer));
        Assert.Equal(CheckValue, buffer[..4].ToArray());
        Assert.Equal(CheckValue, hash.GetHashAndReset());
        Assert.Equal(new byte[4], hash.GetCurrentHash());
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_refused_and_nothing_is_lost()
    {
        var hash = new Crc32();
        hash.Append(Encoding.ASCII.GetBytes(Digits));

        Assert.False(hash.TryGetCurrentHash(new byte[3], out var written));
        Assert.Equal(0, written);
        Assert.False(hash.TryGetHashAndReset(new byte[3], out _));
        Assert.Throws<ArgumentException>(() => hash.GetCurrentHash(new byte[3]));
        Assert.Throws<ArgumentException>(() => hash.GetHashAndReset(new byte[3]));
        Assert.Equal(CheckValue, hash.GetCurrentHash());
    }

    [Fact]
    public void A_missing_source_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new Crc32().Append((byte[])null!));
        Assert.Throws<ArgumentNullException>(() => new Crc32().Append((Stream)null!));
    }

    /// <summary>CRC-32 as in ISO-HDLC, big-endian; check value CBF43926 for "123456789".</summary>
    private sealed class Crc32() : NonCryptographicHashAlgorithm(4)
    {
        private uint _state = uint.MaxValue;

        public override void Append(ReadOnlySpan<byte> source)
        {
            foreach (var octet in source)
            {
                _state ^= octet;
                for (var bit = 0; bit < 8; bit++)
                {
                    _state = (_state >> 1) ^ (0xEDB88320 & (0 - (_state & 1)));
                }
            }
        }

        public override void Reset() => _state = uint.MaxValue;

        protected override void GetCurrentHashCore(Span<byte> destination) =>
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(destination, ~_state);
    }
}
