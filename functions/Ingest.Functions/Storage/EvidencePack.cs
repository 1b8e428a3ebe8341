using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Facts;

namespace Ingest.Functions.Storage;

/// <summary>What one review says in one title group, compressed to fit into one row.</summary>
internal static class EvidencePack
{
    /// <summary>Compresses. What does not fit is left out from the end, halving the statements of each film until the rest
    /// fits: the same statements always lose the same ones.</summary>
    /// <returns>The bytes, and the number of statements that were left out.</returns>
    public static (byte[] Packed, int LeftOut) Of(DateOnly? publishedOn, ImmutableArray<FilmStatements> films)
    {
        var kept = films;
        while (true)
        {
            var packed = Payload.Pack(JsonSerializer.SerializeToUtf8Bytes(
                new StoredEvidence(publishedOn, kept), IngestJson.Instance.StoredEvidence));
            if (packed.Length <= Payload.MaxBytes)
            {
                return (packed, Count(films) - Count(kept));
            }

            kept = Halve(kept);
        }
    }

    private static ImmutableArray<FilmStatements> Halve(ImmutableArray<FilmStatements> films) => Count(films) > films.Length
        ? [.. films.Select(film => film with { Statements = [.. Shorter(film.Statements)] })]
        : films[..(films.Length / 2)];

    // The titles come along: a film is told by them.
    private static IEnumerable<Statement> Shorter(ImmutableArray<Statement> statements)
    {
        var title = statements.FirstOrDefault(statement => statement is TitleStatement);
        var half = statements.Take(statements.Length / 2).ToList();
        return title is null || half.Contains(title) ? half : half.Prepend(title);
    }

    private static int Count(ImmutableArray<FilmStatements> films) => films.Sum(film => film.Statements.Length);
}
