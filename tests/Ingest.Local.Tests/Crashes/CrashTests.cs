using System.Diagnostics;
using System.Reflection;

namespace Ingest.Local.Tests.Crashes;

/// <summary>The app's process is killed, with SIGKILL, at each of the places of ingestion that have a name.</summary>
public sealed class CrashTests(CrashedRuns runs) : IClassFixture<CrashedRuns>
{
    // .NET's exit code of a process that a signal ended is 128 and the signal's number.
    private const int Killed = 128 + 9;
    private const int KilledOnWindows = -1;

    public static TheoryData<Scenario, string> Deaths =>
        [.. CrashCase.All.Select(at => new TheoryDataRow<Scenario, string>(at.Scenario, at.Point))];

    [Theory]
    [MemberData(nameof(Deaths))]
    public void A_process_that_dies_leaves_what_the_next_one_brings_to_the_same_end(Scenario scenario, string point)
    {
        Assert.SkipUnless(CrashPoints.AreCompiledIn, "A Release build does not die at will.");
        var at = CrashCase.All.Single(at => (at.Scenario, at.Point) == (scenario, point));

        Assert.Equal($"ended with {(OperatingSystem.IsWindows() ? KilledOnWindows : Killed)}", runs.DeathOf(at));
        var (expected, actual) = (runs.Undisturbed(at), runs.Crashed(at));
        string[] differences =
        [
            .. expected.Except(actual).Select(line => $"without a death only: {line}"),
            .. actual.Except(expected).Select(line => $"after a death only:   {line}"),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Equal(expected.Count, actual.Count);
    }

    [Theory]
    [InlineData(Scenario.New, "the-orrery-of-{0} 301", "the-orrery-of-{0}-2011 200")]
    [InlineData(Scenario.Replaced, "the-orrery-of-{0}-2011 301", "the-orrery-of-{0}-2012 200", "a-ferry-to-{0}-2009 404", "the-tollkeeper-of-{0}-2005 200")]
    [InlineData(Scenario.Deleted, "the-orrery-of-{0}-2011 301", "the-orrery-of-{0} 200", "a-ferry-to-{0}-2009 404")]
    public void Without_a_death_the_films_change_as_the_scenario_says(Scenario scenario, params string[] films)
    {
        Assert.SkipUnless(CrashPoints.AreCompiledIn, "A Release build does not die at will.");
        Assert.All(CrashCase.All.Where(at => at.Scenario == scenario), at => Assert.All(films, film =>
            Assert.Contains(
                runs.Undisturbed(at),
                line => line.StartsWith($"api/films/{film.Replace("{0}", at.Place.ToLowerInvariant(), StringComparison.Ordinal)} ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Nothing_lives_that_is_of_no_case() => Assert.Empty(runs.Unrelated());

    [Fact]
    public void The_table_of_who_passes_which_place_names_places_that_exist() => Assert.Empty(CrashCase.Named.Except(CrashPoints.All));

    [Fact]
    public void A_release_build_calls_no_such_place() =>
        Assert.Equal(["DEBUG"], CrashPoints.Pass.GetCustomAttributes<ConditionalAttribute>().Select(condition => condition.ConditionString));
}
