using Ingest.Core.Films.Merging;
using Ingest.Core.Films.People;

namespace Ingest.Core.Tests.Films;

public sealed class PersonKeysTests
{
    private static readonly string[] Given = ["Ida", "I.", "Robert", "Rob", "Tae-min", "Tae Min", "José", "Jon Kay", "J. K.", "Sergei", "Shōta", "Mei", ""];
    private static readonly string[] Family = ["Holt", "Vance Jr.", "Ryu", "Ryoo", "de la Cruz", "Petrov", "Petroff", "Ōno", "Ono", "Chen", ""];

    [Fact]
    public void Names_that_meet_have_a_key_in_common()
    {
        var names = Given.SelectMany(given => Family.SelectMany(family => new[] { $"{given} {family}", $"{family} {given}" }))
            .Where(name => name.Trim().Length > 0)
            .Distinct()
            .Select(PersonName.Of)
            .ToList();
        var met = 0;
        foreach (var known in names)
        {
            var people = new KnownPeople();
            people.Add(known);
            var keys = PersonKeys.OfKnown(known).ToHashSet();
            foreach (var asked in names.Where(people.Contains))
            {
                met++;
                Assert.True(keys.Overlaps(PersonKeys.OfAsked(asked)), $"{known} and {asked}");
            }
        }

        Assert.True(met > 2 * names.Count, $"{met}");
    }
}
