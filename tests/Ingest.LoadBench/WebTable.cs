using System.Globalization;
using Ingest.LoadBench.Films;

namespace Ingest.LoadBench;

/// <summary>The figures as they are printed, and what has to be true of them.</summary>
internal static class WebTable
{
    public const string Film = "film, 200";
    public const string NotModified = "film, 304";
    public const string Search = "search";
    public const string Page = "film page";

    private const double LeastOfBare = 0.4;
    private const double MostOfFame = 3;

    /// <summary>What the same request for the film of many reviews is called.</summary>
    public static string Famous(string name, int reviews) => string.Create(CultureInfo.InvariantCulture, $"{name}, {reviews:N0} reviews");

    /// <summary>Prints all, and says whether it is as it has to be.</summary>
    public static bool Print(IReadOnlyList<Contestant> contestants, int reviews)
    {
        Console.WriteLine(Machine.Text);
        Console.WriteLine();
        Console.WriteLine($"{"",-28}{"",6}{"the app",30}{"bare Kestrel, same answer",30}");
        Console.WriteLine($"{"",-28}{"conns",6}{"requests/s",12}{"p50 ms",9}{"p99 ms",9}{"requests/s",12}{"p50 ms",9}{"p99 ms",9}{"of bare",9}");
        foreach (var contestant in contestants)
        {
            foreach (var connections in Contest.Connections)
            {
                Console.WriteLine($"{contestant.Request.Name,-28}{connections,6}{Figures(contestant.AtApp[connections])}{Figures(contestant.AtBare[connections])}"
                    + string.Create(CultureInfo.InvariantCulture, $"{contestant.OfBare(connections),9:F2}"));
            }
        }

        Console.WriteLine();
        return PrintOfBare(Of(NotModified)) & PrintFame(Of(Famous(Film, reviews)), Of(Film)) & PrintFame(Of(Famous(Page, reviews)), Of(Page));

        Contestant Of(string name) => contestants.Single(contestant => contestant.Request.Name == name);
    }

    private static bool PrintOfBare(Contestant notModified)
    {
        var ratios = Contest.Connections.Select(notModified.OfBare).ToList();
        Console.WriteLine($"{notModified.Request.Name}: {Join(ratios)} times the requests/s of the bare endpoint over {Connections}; wanted is {LeastOfBare}.");
        return ratios.TrueForAll(ratio => ratio >= LeastOfBare);
    }

    private static bool PrintFame(Contestant famous, Contestant small)
    {
        var ratios = Contest.Connections.Select(connections => famous.TimesAsLongAs(small, connections)).ToList();
        Console.WriteLine($"{famous.Request.Name} ({Size(famous)}): {Join(ratios)} times as long as with {StoredFilms.ReviewsOfSmall} ({Size(small)}); wanted is less than {MostOfFame}.");
        return ratios.TrueForAll(ratio => ratio < MostOfFame);
    }

    private static string Connections => string.Join(", ", Contest.Connections) + " connections";

    private static string Join(IEnumerable<double> ratios) => string.Join(", ", ratios.Select(ratio => ratio.ToString("F2", CultureInfo.InvariantCulture)));

    private static string Size(Contestant contestant) =>
        string.Create(CultureInfo.InvariantCulture, $"{contestant.Answer.Body.Length / 1024.0:F1} KiB as sent");

    private static string Figures(Measured measured) => string.Create(
        CultureInfo.InvariantCulture, $"{measured.PerSecond,12:F0}{measured.Milliseconds(0.5),9:F2}{measured.Milliseconds(0.99),9:F2}");
}
