using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Core.Facts;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

public sealed class EvidencePackTests
{
    [Fact]
    public void What_does_not_fit_into_one_row_is_left_out_from_the_end_and_the_title_stays()
    {
        var films = ImmutableArray.Create(new FilmStatements("Ember Road", true,
        [
            .. Enumerable.Range(0, 3000).Select(_ => Noise()),
            new TitleStatement("Ember Road", new Quote("Ember Road", 0, 10), 0.9),
        ]));

        var (packed, leftOut) = EvidencePack.Of(null, films);

        Assert.InRange(packed.Length, 1, Payload.MaxBytes);
        Assert.InRange(leftOut, 1, 3000);
        Assert.Equal(packed, EvidencePack.Of(null, films).Packed);
    }

    [Fact]
    public void What_fits_is_kept_whole() =>
        Assert.Equal(0, EvidencePack.Of(null, [new FilmStatements("Ember Road", true, [Noise()])]).LeftOut);

    private static GenreStatement Noise() =>
        new("noise", new Quote(Convert.ToBase64String(RandomNumberGenerator.GetBytes(1000)), 0, 1), 0.5);
}
