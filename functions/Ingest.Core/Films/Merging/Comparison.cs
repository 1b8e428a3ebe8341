namespace Ingest.Core.Films.Merging;

/// <summary>What two accounts of a film have in common that tells films of one title apart.</summary>
/// <param name="Apart">By how many years they differ; null where one gives none.</param>
/// <param name="Director">Whether a director is shared.</param>
/// <param name="BothNameDirectors">Whether one could be.</param>
/// <param name="Cast">Number of cast members shared.</param>
/// <param name="BothNameCast">Whether both name enough of the cast to expect one.</param>
/// <param name="Country">Whether a country is shared.</param>
/// <param name="BothNameCountries">Whether one could be.</param>
internal readonly record struct Comparison(
    int? Apart,
    bool Director,
    bool BothNameDirectors,
    int Cast,
    bool BothNameCast,
    bool Country,
    bool BothNameCountries)
{
    /// <summary>Whether a person is shared.</summary>
    public bool People => Director || Cast > 0;

    /// <summary>Whether they are rather about two films.</summary>
    public bool Contradicts
    {
        get
        {
            var otherDirector = BothNameDirectors && !Director;
            var otherCast = BothNameCast && Cast == 0;
            var otherCountry = BothNameCountries && !Country;
            return (otherDirector && Cast < (Apart == 0 ? 1 : 2))
                || (otherCountry && !People)
                || (otherCast && !Director && Apart is not 0)
                || (Apart > 1 && !(Director && (Cast > 0 || (Apart <= 3 && !otherCast))));
        }
    }

    /// <summary>How much is shared: the higher the more.</summary>
    public int Score =>
        (Apart switch { 0 => 24, 1 => 16, _ => 0 })
        + (Director ? 24 : 0)
        + (Math.Min(Cast, 4) * 8)
        + (Country ? 6 : 0);
}
