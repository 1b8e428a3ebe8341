using Ingest.Core.Facts;

namespace Ingest.Core.Tests.Facts;

/// <summary>A statement's confidence is no ornament: of those given 0.9 or more, at least 95 in 100 are right.</summary>
public class CalibrationTests
{
    /// <summary>A folder of annotated pages to look at in place of the shared ones.</summary>
    private const string FolderVariable = "INGEST_TEST_FACTS";

    [Fact]
    public void Of_the_statements_given_nine_tenths_or_more_at_least_95_in_100_are_right()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } chosen ? chosen : SharedData.PathOf("data/film-facts");
        var judged = new List<(string Kind, double Confidence, bool IsRight)>();
        foreach (var (annotated, page) in AnnotatedFilm.Load(folder))
        {
            judged.AddRange(Judge(annotated, ReviewReader.Read(page, ReadingLimits.Default)));
        }

        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{"statements",-16}{">= 0.9",16}{"0.8 to 0.9",16}{"below 0.8",16}");
        foreach (var kind in judged.GroupBy(j => j.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Rows: g.ToList())).Append(("all", judged)))
        {
            output?.WriteLine($"{kind.Item1,-16}{Share(kind.Item2, 0.9, 2),16}{Share(kind.Item2, 0.8, 0.9),16}{Share(kind.Item2, 0, 0.8),16}");
        }

        var sure = judged.Where(j => j.Confidence >= 0.9).ToList();
        Assert.True(sure.Count >= 100, $"only {sure.Count} statements are sure");
        Assert.True(sure.Count(j => j.IsRight) >= 0.95 * sure.Count, $"{sure.Count(j => j.IsRight)} of {sure.Count}");
    }

    private static IEnumerable<(string Kind, double Confidence, bool IsRight)> Judge(AnnotatedFilm annotated, ReviewReading reading)
    {
        var subject = reading.Films.Where(f => f.IsSubject).OrderByDescending(f => AnnotatedFilm.Same(f.Title, annotated.Title)).FirstOrDefault();
        foreach (var film in reading.Films)
        {
            foreach (var statement in film.Statements)
            {
                var kind = statement.GetType().Name.Replace("Statement", "", StringComparison.Ordinal);
                if (film != subject)
                {
                    // Of other films, the sets tell the titles only.
                    if (statement is TitleStatement title)
                    {
                        yield return ("OtherTitle", statement.Confidence, annotated.IsNamed(title.Title));
                    }
                }
                else if (annotated.IsRight(statement) is { } isRight)
                {
                    yield return (kind, statement.Confidence, isRight);
                }
            }
        }
    }

    private static string Share(List<(string Kind, double Confidence, bool IsRight)> rows, double least, double below)
    {
        var band = rows.Where(r => r.Confidence >= least && r.Confidence < below).ToList();
        return band.Count == 0 ? "-" : $"{100.0 * band.Count(r => r.IsRight) / band.Count:F1} % of {band.Count}";
    }
}
