using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Core.Films;
using Ingest.Core.Films.Merging;

namespace Ingest.Core.Tests.Films;

/// <summary>Two reviews each, merged as the product does it: title group by title group.</summary>
public sealed class LabelledPairsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("title-pairs.tsv", 600, 0.995, 0.97)]
    [InlineData("title-pairs-unseen.tsv", 60, 0.995, 0.87)]
    public void Reviews_of_one_film_meet_and_those_of_two_do_not(string file, int pairs, double precision, double recall)
    {
        Check(TitleScore(file), pairs, precision, recall);
    }

    [Theory]
    [InlineData("name-pairs.tsv", 400, 0.995, 0.97)]
    [InlineData("name-pairs-unseen.tsv", 60, 0.995, 0.97)]
    public void Spellings_of_one_name_are_one_cast_member_and_two_names_two(string file, int pairs, double precision, double recall)
    {
        Check(NameScore(file), pairs, precision, recall);
    }

    // Of these only the totals are printed: the rules are not made with them, and what they reach is what to expect elsewhere.
    [Fact]
    public void Held_out_titles_are_joined_nearly_as_well() =>
        CheckTotals(TitleScore("title-pairs-heldout.tsv"), pairs: 100, precision: 0.98, recall: 0.94);

    [Fact]
    public void Held_out_names_are_joined_nearly_as_well() =>
        CheckTotals(NameScore("name-pairs-heldout.tsv"), pairs: 80, precision: 0.98, recall: 0.97);

    [Theory]
    [InlineData("title-pairs.tsv")]
    [InlineData("title-pairs-unseen.tsv")]
    [InlineData("title-pairs-heldout.tsv")]
    public void Looking_a_film_up_joins_what_comparing_with_all_films_joins(string file)
    {
        foreach (var row in Rows(file))
        {
            Evidence[] pair = [ReviewOf("first", row[1], row[2]), ReviewOf("second", row[3], row[4])];

            Assert.Equal(Films(int.MaxValue), Films(0));

            int Films(int fewFilms) => FilmClustering.Cluster(pair, new NormalForms(), fewFilms).Count;
        }
    }

    private static PairScore TitleScore(string file)
    {
        var score = new PairScore();
        foreach (var row in Rows(file))
        {
            Evidence[] pair = [ReviewOf("first", row[1], row[2]), ReviewOf("second", row[3], row[4])];
            score.Add(row[0] == "same", FilmMerge.Merge(pair).Length == 1, string.Join(" | ", row));
        }

        return score;
    }

    private static PairScore NameScore(string file)
    {
        var score = new PairScore();
        foreach (var row in Rows(file))
        {
            var film = Merged.One(Says.Review("first", "Ember").Cast(row[1]), Says.Review("second", "Ember").Cast(row[2]));
            score.Add(row[0] == "same", film.Cast.Length == 1, string.Join(" | ", row));
        }

        return score;
    }

    private void CheckTotals(PairScore score, int pairs, double precision, double recall)
    {
        output.WriteLine(score.Totals);
        Assert.True(score.Pairs >= pairs && score.Precision >= precision && score.Recall >= recall, score.Totals);
    }

    private void Check(PairScore score, int pairs, double precision, double recall)
    {
        output.WriteLine(score.ToString());
        Assert.True(score.Pairs >= pairs, score.ToString());
        Assert.True(score.Precision >= precision, score.ToString());
        Assert.True(score.Recall >= recall, score.ToString());
    }

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Films", name))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => Regex.Replace(line, @"\\u([0-9a-f]{4})", mark => ((char)Convert.ToInt32(mark.Groups[1].Value, 16)).ToString()).Split('\t'));

    private static Evidence ReviewOf(string name, string title, string facts)
    {
        var stated = facts == "-" ? [] : facts.Split(';');
        var published = stated.FirstOrDefault(fact => fact.StartsWith("p:", StringComparison.Ordinal))?[2..];
        var says = Says.Review(name, title, published: published);
        foreach (var fact in stated)
        {
            _ = fact[..2] switch
            {
                "d:" => says.Director(fact[2..]),
                "c:" => says.Cast(fact[2..]),
                "n:" => says.Country(fact[2..]),
                "p:" => says,
                _ => says.Year(int.Parse(fact, CultureInfo.InvariantCulture)),
            };
        }

        return says;
    }
}
