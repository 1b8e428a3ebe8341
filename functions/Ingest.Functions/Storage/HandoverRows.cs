using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Evidence that one group hands to another, in few rows of the other's partition.</summary>
/// <remarks>Reviews are spread over the rows by a hash of their names, a row that has too many is split by the next bit of the
/// hash. So one review more or less changes one row, whatever order they came in. Pure.</remarks>
internal static class HandoverRows
{
    private const int ReviewsOfRow = 64;
    private const int MaxBits = 60;

    public static IEnumerable<ProjectedRow> Of(TitleKey from, Handover handover) => handover.Evidence
        .GroupBy(evidence => evidence.Review, StringComparer.Ordinal)
        .OrderBy(review => review.Key, StringComparer.Ordinal)
        .Select(review => (Hash: HashOf(review.Key), Evidence: review.ToList()))
        .ToList() is { Count: > 0 } reviews
            ? Split(from, handover.To, reviews, "")
            : [];

    /// <summary>The partition that rows for a group are in.</summary>
    public static string PartitionOf(TitleKey to) => TableKey.Of(to.Value);

    private static IEnumerable<ProjectedRow> Split(
        TitleKey from, TitleKey to, List<(ulong Hash, List<Evidence> Evidence)> reviews, string bits)
    {
        if (reviews.Count <= ReviewsOfRow || bits.Length == MaxBits)
        {
            var evidence = reviews.SelectMany(review => review.Evidence).ToImmutableArray();
            var row = RowOf(from, to, bits, evidence);
            while (row.Packed!.Length > Payload.MaxBytes && (reviews.Count == 1 || bits.Length == MaxBits))
            {
                // One review of so many films, each as large as a row of its own may be: the later ones are left out.
                evidence = evidence[..(evidence.Length / 2)];
                row = RowOf(from, to, bits, evidence);
            }

            if (row.Packed!.Length <= Payload.MaxBytes)
            {
                return [row];
            }
        }

        return reviews.GroupBy(review => (review.Hash >> bits.Length) & 1)
            .SelectMany(half => Split(from, to, [.. half], bits + (half.Key == 1 ? '1' : '0')));
    }

    private static ProjectedRow RowOf(TitleKey from, TitleKey to, string bits, ImmutableArray<Evidence> evidence)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new StoredHandover(evidence), IngestJson.Instance.StoredHandover);
        return new(
            ProjectionTable.Evidence,
            PartitionOf(to),
            $"{EvidenceTable.HandedRow}{TableKey.Hash(from.Value)[..32]}-{bits}",
            new Dictionary<string, object?>
            {
                ["From"] = from.Value,
                [ProjectedRow.ContentHash] = Convert.ToHexStringLower(SHA256.HashData(json)),
                [ProjectedRow.Deleted] = false,
            },
            Payload.Pack(json));
    }

    private static ulong HashOf(string review) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(review)));
}
