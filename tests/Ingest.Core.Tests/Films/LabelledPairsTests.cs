using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

/// <summary>Two reviews each, merged as the product does it: title group by title group.</summary>
public sealed class LabelledPairsTests(ITestOutputHelper output)
{
    // What the rules were made with; and pairs written afterwards, whose recall is what to expect of titles never seen.
    [Theory]
    [InlineData("title-pairs.tsv", 300, 0.995, 0.97)]
    [InlineData("title-pairs-unseen.tsv", 60, 0.995, 0.84)]
    [InlineData("title-pairs-heldout.tsv", 60, 0.5, 0.5)]
    [InlineData("title-pairs-looked.tsv", 60, 0.5, 0.5)]
    public void Reviews_of_one_film_meet_and_those_of_two_do_not(string file, int pairs, double precision, double recall)
    {
        var score = new PairScore();
        foreach (var row in Rows(file))
        {
            Evidence[] pair = [ReviewOf("first", row[1], row[2]), ReviewOf("second", row[3], row[4])];
            var films = FilmMerge.Merge(pair).Length;
            score.Add(row[0] == "same", films == 1, string.Join(" | ", row));
        }

        Check(score, pairs, precision, recall);
    }

    [Theory]
    [InlineData("name-pairs.tsv", 150, 0.995, 0.97)]
    [InlineData("name-pairs-unseen.tsv", 60, 0.995, 0.88)]
    [InlineData("name-pairs-heldout.tsv", 60, 0.5, 0.5)]
    [InlineData("name-pairs-looked.tsv", 60, 0.5, 0.5)]
    public void Spellings_of_one_name_are_one_cast_member_and_two_names_two(string file, int pairs, double precision, double recall)
    {
        var score = new PairScore();
        foreach (var row in Rows(file))
        {
            var film = Merged.One(Says.Review("first", "Ember").Cast(row[1]), Says.Review("second", "Ember").Cast(row[2]));
            score.Add(row[0] == "same", film.Cast.Length == 1, string.Join(" | ", row));
        }

        Check(score, pairs, precision, recall);
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
