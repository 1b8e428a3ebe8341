using System.Globalization;
using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>A film: its title group as storage has it, and the partitions that it is kept in.</summary>
internal sealed class Film
{
    private readonly Queue<(long Version, SimulatedReview Review)> unbuilt = new();

    /// <param name="rank">How popular it is, the most popular one being 0.</param>
    /// <param name="account">Where it is.</param>
    /// <param name="reviews">Reviews that it has already, all in its profile.</param>
    public Film(int rank, StorageAccount account, int reviews)
    {
        Account = account;
        Rows = reviews;
        Evidence = account.Table(rank == 0 ? "evidence, the most reviewed film" : "evidence, another film");
        Profile = account.Table("films");
        TitleLetter = account.TitleLetter();
        account.Films.Add(Evidence);
        Row = new TitleGroup { Key = new TitleKey(rank.ToString(CultureInfo.InvariantCulture)), Version = reviews, Changes = reviews, BuiltVersion = reviews, BuiltChanges = reviews, BuiltRows = reviews };
    }

    public StorageAccount Account { get; }

    public Partition Evidence { get; }

    public Partition Profile { get; }

    public Partition TitleLetter { get; }

    /// <summary>The group's row. Any two versions of it are two objects.</summary>
    public TitleGroup Row { get; private set; }

    /// <summary>Rows of evidence.</summary>
    public int Rows { get; private set; }

    /// <summary>When whoever builds it stopped without a word; null while it lives.</summary>
    public double? BuilderDiedAt { get; set; }

    /// <summary>Changes whenever it is noted as late.</summary>
    public int LateVersion { get; set; }

    /// <summary>Writes rows of evidence, if the group's row is still the one that was seen.</summary>
    /// <returns>The row then; null if not.</returns>
    public TitleGroup? Put(TitleGroup seen, IEnumerable<SimulatedReview> reviews)
    {
        if (!ReferenceEquals(Row, seen))
        {
            return null;
        }

        var version = Row.Version + 1;
        var changes = 0;
        foreach (var review in reviews)
        {
            changes++;
            Rows += review.IsStored ? 0 : 1;
            review.IsStored = true;
            unbuilt.Enqueue((version, review));
        }

        return Row = Row with { Version = version, Changes = Row.Changes + changes };
    }

    /// <summary>Replaces the group's row, if it is still the one that was seen.</summary>
    public bool Replace(TitleGroup seen, TitleGroup row, double now)
    {
        if (!ReferenceEquals(Row, seen))
        {
            return false;
        }

        Row = row;
        while (!row.IsBuilding && unbuilt.TryPeek(out var first) && first.Version <= row.BuiltVersion)
        {
            first.Review.ShownAt ??= now;
            unbuilt.Dequeue();
        }

        return true;
    }
}
